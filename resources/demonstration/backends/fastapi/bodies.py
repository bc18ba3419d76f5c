"""What clients send."""

from typing import Annotated

from pydantic import BaseModel, StringConstraints, model_validator

Line = Annotated[str, StringConstraints(pattern=r"^[^\x00]*$")]
Text = Annotated[str, StringConstraints(min_length=1, pattern=r"^[^\x00]*[^\s\x00][^\x00]*$")]


class Partial(BaseModel):
    """Fields that are not sent stay as they are."""

    @model_validator(mode="after")
    def not_empty(self):
        if not self.model_fields_set:
            raise ValueError("at least one field is required")
        return self

    def sent(self):
        return {key: value for key, value in self.model_dump(exclude_unset=True).items() if value is not None}


class NewUser(BaseModel):
    username: Text
    email: Text
    password: Text


class Credentials(BaseModel):
    email: Text
    password: Text


class UserChange(Partial):
    username: Text = ""
    email: Text = ""
    password: Text = ""
    bio: Line | None = None
    image: Line | None = None


class NewArticle(BaseModel):
    title: Text
    description: Text
    body: Text
    tagList: list[Line] = []


class ArticleChange(Partial):
    title: Text = ""
    description: Text = ""
    body: Text = ""
    tagList: list[Line] = []


class NewComment(BaseModel):
    body: Text


class NewUserBody(BaseModel):
    user: NewUser


class CredentialsBody(BaseModel):
    user: Credentials


class UserChangeBody(BaseModel):
    user: UserChange


class NewArticleBody(BaseModel):
    article: NewArticle


class ArticleChangeBody(BaseModel):
    article: ArticleChange


class NewCommentBody(BaseModel):
    comment: NewComment
