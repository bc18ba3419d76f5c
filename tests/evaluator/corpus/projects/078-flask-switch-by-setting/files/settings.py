class Settings:
    use_postgres = False
    sqlite_url = "sqlite:///conduit.db"
    postgres_url = "postgresql://user:password@postgres:5432/conduit"
