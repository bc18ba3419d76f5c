from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    API_PREFIX: str = '/api'


settings = Settings()
