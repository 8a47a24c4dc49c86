"""Every setting of the service, in one object that is made explicitly."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from ingest.errors import InputError

MIB = 2**20
PREFIX = "AFSPRAKEN_"


class Settings(BaseSettings):
    """The settings; each can be given as an environment variable of the same name with AFSPRAKEN_ before it."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="ignore", validate_default=True)

    data: Path = Field(Path("data"), description="Folder that holds the generations.")
    host: str = Field("127.0.0.1", description="Address to listen on.")
    port: int = Field(8000, ge=0, le=65535, description="Port to listen on; 0 takes a free one.")
    time_limit: float = Field(30.0, gt=0, le=3600, description="Seconds that a SPARQL query may take.")
    row_limit: int = Field(100_000, ge=1, description="Rows (or triples) that a SPARQL result may hold.")
    byte_limit: int = Field(64 * MIB, ge=1024, le=1024 * MIB, description="Bytes that a SPARQL result may hold.")
    memory_limit: int = Field(1024 * MIB, ge=64 * MIB, description="Bytes of memory that one query may take.")
    workers: int = Field(16, ge=1, le=256, description="SPARQL queries that may run at the same time.")
    request_limit: int = Field(MIB, ge=1024, description="Bytes that the body of a request may hold.")
    cors_origins: Annotated[tuple[str, ...], NoDecode] = Field(
        (), description="Origins, parted by commas, whose pages may read answers; none by default."
    )
    mcp_hosts: Annotated[tuple[str, ...], NoDecode] = Field(
        (), description="Names, parted by commas, by which assistants reach `/mcp`, besides those of this machine."
    )
    embedding_model: str | None = Field(
        None, min_length=1, description="Model of sentence-transformers on this machine; the packaged one by default."
    )
    write_key: SecretStr | None = Field(
        None, min_length=16, description="Key that writing asks for; without it the service only reads."
    )

    @field_validator("cors_origins", "mcp_hosts", mode="before")
    @classmethod
    def _parted(cls, value: object) -> object:
        return tuple(filter(None, (origin.strip() for origin in value.split(",")))) if isinstance(value, str) else value


def load_settings(**values: Any) -> Settings:
    """The settings: from the arguments, else from the environment, else the defaults.

    Raises InputError with one line when a value does not fit.
    """
    try:
        return Settings(**values)
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        raise InputError(f"the setting {name} does not fit: {first['msg']}", f"mend {PREFIX}{name.upper()}") from error
