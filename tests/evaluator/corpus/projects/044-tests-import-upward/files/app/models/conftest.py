from app.services.profile_service import ProfileService
