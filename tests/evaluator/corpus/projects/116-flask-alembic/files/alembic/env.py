from alembic import context
from sqlalchemy import create_engine

from main import Base

with create_engine("sqlite:///conduit.db").connect() as connection:
    context.configure(connection=connection, target_metadata=Base.metadata)
    with context.begin_transaction():
        context.run_migrations()
