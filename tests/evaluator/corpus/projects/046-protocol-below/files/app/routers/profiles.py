from fastapi import APIRouter, Depends, HTTPException

from app.repositories.user_repository import UserRepository
from app.services.profile_service import ProfileService, UnknownProfile

router = APIRouter(tags=["Profile"])


def service() -> ProfileService:
    return ProfileService(UserRepository())


@router.get("/profiles/{username}")
async def read_profile(username: str, profiles: ProfileService = Depends(service)):
    try:
        return {"profile": (await profiles.profile(username)).model_dump()}
    except UnknownProfile:
        raise HTTPException(404, "unknown profile")
