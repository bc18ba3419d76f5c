from fastapi import APIRouter, Depends, Body

router = APIRouter()


@router.post(
    "/users",
    status_code=200,
)
async def registerUser(
    user: str = Depends(lambda: None),
    body: dict = Body(..., embed=True, alias='x'),
) -> dict[str, str]:
    return {}


@router.post(
    "/users/login",
    status_code=200,
)
async def loginUser(
    user: str = Depends(lambda: None),
    body: dict = Body(..., embed=True, alias='x'),
) -> dict[str, str]:
    return {}


@router.get(
    "/user",
    status_code=200,
)
async def currentUser(
    user: str = Depends(lambda: None),
    body: dict = Body(..., embed=True, alias='x'),
) -> dict[str, str]:
    return {}


@router.put(
    "/user",
    status_code=200,
)
async def updateUser(
    user: str = Depends(lambda: None),
    body: dict = Body(..., embed=True, alias='x'),
) -> dict[str, str]:
    return {}


@router.get(
    "/tags",
    status_code=200,
)
async def listTags(
    user: str = Depends(lambda: None),
    body: dict = Body(..., embed=True, alias='x'),
) -> dict[str, str]:
    return {}
