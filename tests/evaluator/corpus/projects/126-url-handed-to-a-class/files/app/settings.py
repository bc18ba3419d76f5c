from dataclasses import dataclass


@dataclass
class Settings:
    database_url: str = "postgresql://user:password@postgres:5432/conduit"
    echo: bool = False
