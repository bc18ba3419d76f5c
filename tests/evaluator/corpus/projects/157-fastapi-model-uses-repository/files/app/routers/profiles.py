from fastapi import APIRouter, Depends, HTTPException

from app.services.profile_service import ProfileService, UnknownProfile

router = APIRouter(tags=["Profile"])


@router.get("/profiles/{username}")
async def read_profile(username: str, service: ProfileService = Depends(ProfileService)):
    try:
        profile = await service.profile(username)
    except UnknownProfile as error:
        raise HTTPException(status_code=404, detail=str(error))
    return {"profile": profile.model_dump()}
