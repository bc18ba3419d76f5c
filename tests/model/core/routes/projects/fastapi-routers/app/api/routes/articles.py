from fastapi import APIRouter, Depends, Body

router = APIRouter(prefix='/articles', tags=['articles'])


@router.get(
    "",
    status_code=200,
)
async def listArticles(
    user: str = Depends(lambda: None),
    body: dict = Body(..., embed=True, alias='x'),
) -> dict[str, str]:
    return {}


@router.get(
    "/feed",
    status_code=200,
)
async def feedArticles(
    user: str = Depends(lambda: None),
    body: dict = Body(..., embed=True, alias='x'),
) -> dict[str, str]:
    return {}


@router.get(
    "/{slug}",
    status_code=200,
)
async def getArticle(
    user: str = Depends(lambda: None),
    body: dict = Body(..., embed=True, alias='x'),
) -> dict[str, str]:
    return {}


@router.post(
    "",
    status_code=200,
)
async def createArticle(
    user: str = Depends(lambda: None),
    body: dict = Body(..., embed=True, alias='x'),
) -> dict[str, str]:
    return {}


@router.put(
    "/{slug}",
    status_code=200,
)
async def updateArticle(
    user: str = Depends(lambda: None),
    body: dict = Body(..., embed=True, alias='x'),
) -> dict[str, str]:
    return {}


@router.delete(
    "/{slug}",
    status_code=200,
)
async def deleteArticle(
    user: str = Depends(lambda: None),
    body: dict = Body(..., embed=True, alias='x'),
) -> dict[str, str]:
    return {}


@router.post(
    "/{slug}/comments",
    status_code=200,
)
async def addComment(
    user: str = Depends(lambda: None),
    body: dict = Body(..., embed=True, alias='x'),
) -> dict[str, str]:
    return {}


@router.get(
    "/{slug}/comments",
    status_code=200,
)
async def listComments(
    user: str = Depends(lambda: None),
    body: dict = Body(..., embed=True, alias='x'),
) -> dict[str, str]:
    return {}


@router.delete(
    "/{slug}/comments/{id}",
    status_code=200,
)
async def deleteComment(
    user: str = Depends(lambda: None),
    body: dict = Body(..., embed=True, alias='x'),
) -> dict[str, str]:
    return {}


@router.post(
    "/{slug}/favorite",
    status_code=200,
)
async def favoriteArticle(
    user: str = Depends(lambda: None),
    body: dict = Body(..., embed=True, alias='x'),
) -> dict[str, str]:
    return {}


@router.delete(
    "/{slug}/favorite",
    status_code=200,
)
async def unfavoriteArticle(
    user: str = Depends(lambda: None),
    body: dict = Body(..., embed=True, alias='x'),
) -> dict[str, str]:
    return {}
