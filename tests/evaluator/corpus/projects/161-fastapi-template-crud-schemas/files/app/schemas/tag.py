from pydantic import BaseModel


class TagList(BaseModel):
    tags: list[str]
