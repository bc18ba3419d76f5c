from fastapi import APIRouter, Depends, Body

router = APIRouter()


@router.get(
    "/{username}",
    status_code=200,
)
async def getProfile(
    user: str = Depends(lambda: None),
    body: dict = Body(..., embed=True, alias='x'),
) -> dict[str, str]:
    return {}


@router.post(
    "/{username}/follow",
    status_code=200,
)
async def followUser(
    user: str = Depends(lambda: None),
    body: dict = Body(..., embed=True, alias='x'),
) -> dict[str, str]:
    return {}


@router.delete(
    "/{username}/follow",
    status_code=200,
)
async def unfollowUser(
    user: str = Depends(lambda: None),
    body: dict = Body(..., embed=True, alias='x'),
) -> dict[str, str]:
    return {}
