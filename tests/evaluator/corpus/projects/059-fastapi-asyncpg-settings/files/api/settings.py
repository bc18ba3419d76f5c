from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    database_url: str = "postgresql://user:password@postgres:5432/conduit"
    secret: str = "change me"  # not sqlite, whatever the old README says


settings = Settings()
