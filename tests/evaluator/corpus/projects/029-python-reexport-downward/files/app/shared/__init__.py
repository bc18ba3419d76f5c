from app.errors import ApiError
from app.services.slugs import slugify

__all__ = ["ApiError", "slugify"]
