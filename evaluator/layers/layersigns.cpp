// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layersigns.h"

#include <modules/dottednames.h>

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

using enum NameUse;

/// "" is the package itself or its default export, "*" every name of it.
struct NameRow
{
    std::string_view package;
    std::string_view name;
    NameUse use;
};

constexpr std::array nameRows{NameRow{"express", "", HttpRouter}, NameRow{"express", "Router", HttpRouter},
    NameRow{"express", "Request", HttpExchange}, NameRow{"express", "Response", HttpExchange},
    NameRow{"express", "RequestHandler", HttpExchange}, NameRow{"koa-router", "*", HttpRouter},
    NameRow{"@koa/router", "*", HttpRouter}, NameRow{"koa", "", HttpRouter}, NameRow{"koa", "Context", HttpExchange},
    NameRow{"koa", "ParameterizedContext", HttpExchange}, NameRow{"hono", "Hono", HttpRouter},
    NameRow{"@hono/zod-openapi", "OpenAPIHono", HttpRouter}, NameRow{"hono", "Context", HttpExchange},
    NameRow{"hono", "Handler", HttpExchange}, NameRow{"hono/quick", "Hono", HttpRouter},
    NameRow{"fastify", "", HttpRouter}, NameRow{"fastify", "fastify", HttpRouter},
    NameRow{"fastify", "Fastify", HttpRouter}, NameRow{"fastify", "FastifyInstance", HttpRouter},
    NameRow{"fastify", "FastifyPluginAsync", HttpRouter}, NameRow{"fastify", "FastifyRequest", HttpExchange},
    NameRow{"fastify", "FastifyReply", HttpExchange}, NameRow{"fastapi", "FastAPI", HttpRouter},
    NameRow{"fastapi", "APIRouter", HttpRouter}, NameRow{"fastapi", "Request", HttpExchange},
    NameRow{"fastapi", "JSONResponse", HttpExchange}, NameRow{"fastapi", "Response", HttpExchange},
    NameRow{"starlette", "Starlette", HttpRouter}, NameRow{"starlette", "Router", HttpRouter},
    NameRow{"starlette", "Route", HttpRegistration}, NameRow{"starlette", "Request", HttpExchange},
    NameRow{"starlette", "JSONResponse", HttpExchange}, NameRow{"starlette", "HTTPEndpoint", HttpView},
    NameRow{"starlette", "BaseHTTPMiddleware", HttpGuard}, NameRow{"flask", "Flask", HttpRouter},
    NameRow{"flask", "Blueprint", HttpRouter}, NameRow{"flask", "MethodView", HttpView},
    NameRow{"flask", "View", HttpView}, NameRow{"flask", "jsonify", HttpExchange},
    NameRow{"flask", "make_response", HttpExchange}, NameRow{"flask", "request", HttpExchange},
    NameRow{"flask_restful", "Resource", HttpView}, NameRow{"flask_restx", "Resource", HttpView},
    NameRow{"flask_restx", "Namespace", HttpRouter}, NameRow{"flask_smorest", "Blueprint", HttpRouter},
    NameRow{"flask_openapi3", "APIBlueprint", HttpRouter}, NameRow{"flask_classful", "FlaskView", HttpView},
    NameRow{"aiohttp", "Application", HttpRouter}, NameRow{"aiohttp", "RouteTableDef", HttpRouter},
    NameRow{"aiohttp", "View", HttpView}, NameRow{"aiohttp", "Request", HttpExchange},
    NameRow{"aiohttp", "json_response", HttpExchange}, NameRow{"aiohttp", "Response", HttpExchange},
    NameRow{"aiohttp", "ClientSession", HttpClient}, NameRow{"django", "path", HttpRegistration},
    NameRow{"django", "re_path", HttpRegistration}, NameRow{"django", "url", HttpRegistration},
    NameRow{"django", "HttpRequest", HttpExchange}, NameRow{"django", "HttpResponse", HttpExchange},
    NameRow{"django", "JsonResponse", HttpExchange}, NameRow{"django", "render", HttpExchange},
    NameRow{"django", "View", HttpView}, NameRow{"django", "TemplateView", HttpView},
    NameRow{"django", "ListView", HttpView}, NameRow{"django", "DetailView", HttpView},
    NameRow{"django", "MiddlewareMixin", HttpGuard}, NameRow{"django", "Model", Table},
    NameRow{"django", "AbstractUser", Table}, NameRow{"django", "AbstractBaseUser", Table},
    NameRow{"rest_framework", "APIView", HttpView}, NameRow{"rest_framework", "ViewSet", HttpView},
    NameRow{"rest_framework", "ModelViewSet", HttpView}, NameRow{"rest_framework", "GenericViewSet", HttpView},
    NameRow{"rest_framework", "GenericAPIView", HttpView}, NameRow{"rest_framework", "ListAPIView", HttpView},
    NameRow{"rest_framework", "CreateAPIView", HttpView}, NameRow{"rest_framework", "api_view", HttpRegistration},
    NameRow{"rest_framework", "Response", HttpExchange}, NameRow{"rest_framework", "Request", HttpExchange},
    NameRow{"ninja", "NinjaAPI", HttpRouter}, NameRow{"ninja", "Router", HttpRouter},
    NameRow{"@nestjs/common", "Controller", HttpRegistration}, NameRow{"axios", "*", HttpClient},
    NameRow{"got", "*", HttpClient}, NameRow{"requests", "*", HttpClient}, NameRow{"httpx", "*", HttpClient},
    NameRow{"supertest", "*", HttpClient}, NameRow{"superagent", "*", HttpClient}, NameRow{"undici", "*", HttpClient},
    NameRow{"sqlite3", "connect", Connection}, NameRow{"aiosqlite", "connect", Connection},
    NameRow{"psycopg2", "connect", Connection}, NameRow{"psycopg2", "SimpleConnectionPool", Connection},
    NameRow{"psycopg2", "ThreadedConnectionPool", Connection}, NameRow{"psycopg", "connect", Connection},
    NameRow{"psycopg_pool", "*", Connection}, NameRow{"asyncpg", "connect", Connection},
    NameRow{"asyncpg", "create_pool", Connection}, NameRow{"aiopg", "create_pool", Connection},
    NameRow{"sqlalchemy", "create_engine", Connection}, NameRow{"sqlalchemy", "create_async_engine", Connection},
    NameRow{"sqlmodel", "create_engine", Connection}, NameRow{"pg", "Pool", Connection},
    NameRow{"pg", "Client", Connection}, NameRow{"pg-promise", "", Connection}, NameRow{"postgres", "", Connection},
    NameRow{"sqlite3", "Database", Connection}, NameRow{"better-sqlite3", "", Connection},
    NameRow{"sqlite", "open", Connection}, NameRow{"node:sqlite", "DatabaseSync", Connection},
    NameRow{"sequelize", "Sequelize", Connection}, NameRow{"sequelize", "", Connection},
    NameRow{"sequelize-typescript", "Sequelize", Connection}, NameRow{"knex", "*", Connection},
    NameRow{"@prisma/client", "PrismaClient", Connection}, NameRow{"mongodb", "MongoClient", Connection},
    NameRow{"mongoose", "connect", Connection}, NameRow{"typeorm", "DataSource", Connection},
    NameRow{"databases", "Database", Connection}, NameRow{"peewee", "SqliteDatabase", Connection},
    NameRow{"peewee", "PostgresqlDatabase", Connection}, NameRow{"sqlalchemy", "Session", Session},
    NameRow{"sqlalchemy", "AsyncSession", Session}, NameRow{"sqlalchemy", "sessionmaker", Session},
    NameRow{"sqlalchemy", "async_sessionmaker", Session}, NameRow{"sqlalchemy", "scoped_session", Session},
    NameRow{"sqlmodel", "Session", Session}, NameRow{"sqlalchemy", "select", Query},
    NameRow{"sqlalchemy", "insert", Query}, NameRow{"sqlalchemy", "update", Query},
    NameRow{"sqlalchemy", "delete", Query}, NameRow{"sqlmodel", "select", Query},
    NameRow{"sqlmodel", "SQLModel", Table}, NameRow{"sqlalchemy", "DeclarativeBase", Table},
    NameRow{"sqlalchemy", "declarative_base", Table}, NameRow{"sqlalchemy", "Table", Table},
    NameRow{"flask_sqlalchemy", "SQLAlchemy", Session}, NameRow{"sequelize", "Model", Table},
    NameRow{"sequelize-typescript", "Model", Table}, NameRow{"sequelize-typescript", "Table", Table},
    NameRow{"mongoose", "model", Table}, NameRow{"mongoose", "Schema", Table}, NameRow{"typeorm", "Entity", Table},
    NameRow{"peewee", "Model", Table}, NameRow{"tortoise", "Model", Table},
    NameRow{"drizzle-orm/pg-core", "pgTable", Table}, NameRow{"drizzle-orm/sqlite-core", "sqliteTable", Table},
    NameRow{"drizzle-orm", "pgTable", Table}, NameRow{"drizzle-orm", "sqliteTable", Table},
    NameRow{"pydantic", "BaseModel", Data}, NameRow{"pydantic", "dataclass", Data},
    NameRow{"dataclasses", "dataclass", Data}, NameRow{"typing", "TypedDict", Data},
    NameRow{"typing", "NamedTuple", Data}, NameRow{"typing_extensions", "TypedDict", Data},
    NameRow{"enum", "Enum", Data}, NameRow{"enum", "IntEnum", Data}, NameRow{"enum", "StrEnum", Data},
    NameRow{"attr", "*", Data}, NameRow{"attrs", "*", Data}, NameRow{"marshmallow", "Schema", Data},
    NameRow{"msgspec", "Struct", Data}, NameRow{"ninja", "Schema", Data}, NameRow{"collections", "namedtuple", Data}};

constexpr auto storagePackages = std::to_array<std::string_view>({"sqlite3", "aiosqlite", "psycopg2", "psycopg",
    "psycopg_pool", "asyncpg", "aiopg", "sqlalchemy", "sqlmodel", "flask_sqlalchemy", "databases", "peewee", "tortoise",
    "pg", "pg-promise", "postgres", "better-sqlite3", "sqlite", "node:sqlite", "sequelize", "sequelize-typescript",
    "knex", "@prisma/client", "mongodb", "mongoose", "typeorm", "drizzle-orm", "slonik", "sql.js"});

constexpr auto webPackages = std::to_array<std::string_view>(
    {"flask", "flask_restful", "flask_restx", "flask_smorest", "fastapi", "starlette", "aiohttp", "django",
        "rest_framework", "ninja", "express", "koa", "@koa/router", "koa-router", "hono", "fastify", "@nestjs/common"});

bool isRowOf(const NameRow &row, const ModuleGraph::Origin &origin, std::string_view last)
{
    if (row.package != origin.package)
        return false;
    if (row.name.empty())
        return last.empty() || last == "default";
    return row.name == "*" || row.name == last;
}

} // namespace

NameUse nameUseOf(const ModuleGraph::Origin &origin)
{
    const auto last = lastMember(origin.name);
    const auto *found = std::ranges::find_if(nameRows, [&](const NameRow &row) { return isRowOf(row, origin, last); });
    return found == nameRows.end() ? None : found->use;
}

bool isStoragePackage(std::string_view package)
{
    return std::ranges::find(storagePackages, package) != storagePackages.end();
}

bool isWebPackage(std::string_view package)
{
    return std::ranges::find(webPackages, package) != webPackages.end();
}

std::string_view receiverOf(std::string_view dotted)
{
    const auto dot = dotted.rfind('.');
    return dot == std::string_view::npos ? std::string_view() : dotted.substr(0, dot);
}

} // namespace Decayscope
