from alembic import op

revision = "0001"
down_revision = None


def upgrade():
    op.execute("CREATE TABLE tags (name VARCHAR(80) PRIMARY KEY)")
    op.execute("INSERT INTO tags (name) VALUES ('welcome')")


def downgrade():
    op.execute("DROP TABLE tags")
