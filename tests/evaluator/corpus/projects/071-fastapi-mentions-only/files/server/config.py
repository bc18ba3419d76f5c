DATABASE_URL = "postgresql://user:password@postgres:5432/conduit"
PAGE_SIZE = 20
