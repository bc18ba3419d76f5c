import pytest

from app.repositories.user_repository import UserRepository
from app.routers.profiles import read_profile
from app.services.profile_service import ProfileService, UnknownProfile


@pytest.mark.asyncio
async def test_unknown_profile(monkeypatch):
    async def nothing(self, username):
        return None

    monkeypatch.setattr(UserRepository, "by_username", nothing)
    with pytest.raises(UnknownProfile):
        await ProfileService().profile("nobody")
    assert callable(read_profile)
