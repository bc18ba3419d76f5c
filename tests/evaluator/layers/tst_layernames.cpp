// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <layers/layernames.h>

#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

QString printed(const std::optional<NamedLayer> &layer)
{
    return layer ? layerName(layer->layer) + u" by "_s + QString::fromStdString(layer->word) : u"-"_s;
}

QString printed(SupportRole role)
{
    constexpr std::array names{"none", "root", "settings", "database", "guard", "helper"};
    return QString::fromLatin1(names.at(static_cast<std::size_t>(role)));
}

} // namespace

class TestLayerNames : public QObject
{
    Q_OBJECT

private slots:
    void directories();
    void umbrellas();
    void fileNames();
    void support();
    void oddPaths();
};

void TestLayerNames::directories()
{
    const std::vector<std::string_view> paths{"app/routes/a.py", "App/Handlers/a.py", "src/controllers/users/a.js",
        "app/api/v1/a.py", "src/endpoints/a.ts", "app/services/a.py", "src/use-cases/a.ts", "src/use_cases/a.py",
        "src/useCases/a.ts", "app/business_logic/a.py", "src/interactors/a.js", "app/data_access/a.py", "src/dao/a.js",
        "src/stores/a.js", "app/gateways/a.py", "app/entities/a.py", "app/domain/a.py", "app/domain/services/a.py",
        "app/services/models/a.py", "src/modules/users/a.js", "routes.py", "app/routesx/a.py"};
    const LayerDirectories directories(paths);
    QStringList lines;
    for (const auto path : paths)
        lines << QString::fromUtf8(path) + u' ' + printed(directories.layerOf(path));
    QCOMPARE(lines,
        QStringList({u"app/routes/a.py routes by routes"_s, u"App/Handlers/a.py routes by Handlers"_s,
            u"src/controllers/users/a.js routes by controllers"_s, u"app/api/v1/a.py routes by api"_s,
            u"src/endpoints/a.ts routes by endpoints"_s, u"app/services/a.py services by services"_s,
            u"src/use-cases/a.ts services by use-cases"_s, u"src/use_cases/a.py services by use_cases"_s,
            u"src/useCases/a.ts services by useCases"_s, u"app/business_logic/a.py services by business_logic"_s,
            u"src/interactors/a.js services by interactors"_s, u"app/data_access/a.py repositories by data_access"_s,
            u"src/dao/a.js repositories by dao"_s, u"src/stores/a.js repositories by stores"_s,
            u"app/gateways/a.py repositories by gateways"_s, u"app/entities/a.py models by entities"_s,
            u"app/domain/a.py models by domain"_s, u"app/domain/services/a.py services by services"_s,
            u"app/services/models/a.py models by models"_s, u"src/modules/users/a.js -"_s, u"routes.py -"_s,
            u"app/routesx/a.py -"_s}));
}

void TestLayerNames::umbrellas()
{
    const std::vector<std::string_view> paths{"api/config.py", "api/models/user.py", "api/routes/users.py",
        "application/extensions.py", "application/routes/a.py", "application/models/b.py", "src/data/db.js",
        "src/data/models/user.js", "src/data/repositories/user.js", "other/application/create_user.py",
        "domain/container.py", "domain/services/a.py"};
    const LayerDirectories directories(paths);
    QStringList lines;
    for (const auto path : paths)
        lines << QString::fromUtf8(path) + u' ' + printed(directories.layerOf(path));
    QCOMPARE(lines,
        QStringList({u"api/config.py -"_s, u"api/models/user.py models by models"_s,
            u"api/routes/users.py routes by routes"_s, u"application/extensions.py -"_s,
            u"application/routes/a.py routes by routes"_s, u"application/models/b.py models by models"_s,
            u"src/data/db.js -"_s, u"src/data/models/user.js models by models"_s,
            u"src/data/repositories/user.js repositories by repositories"_s,
            u"other/application/create_user.py services by application"_s, u"domain/container.py models by domain"_s,
            u"domain/services/a.py services by services"_s}));
}

void TestLayerNames::fileNames()
{
    QStringList lines;
    for (const std::string_view path :
        {"users/user_service.py", "users/user.service.ts", "users/userRepository.js", "users/UserRepository.ts",
            "users/articles.controller.js", "users/user_routes.py", "users/user.model.ts", "users/user.entity.ts",
            "app/models.py", "app/views.py", "app/services.py", "app/repositories.py", "app/create_user_use_case.py",
            "src/error_handler.js", "src/errorHandler.js", "src/article-dao.js", "src/asyncHandler.js",
            "src/requestHandler.js", "src/database_service.py", "src/remodel.py", "src/preview.js"})
        lines << QString::fromUtf8(path) + u' ' + printed(layerOfFileName(path));
    QCOMPARE(lines,
        QStringList({u"users/user_service.py services by user_service.py"_s,
            u"users/user.service.ts services by user.service.ts"_s,
            u"users/userRepository.js repositories by userRepository.js"_s,
            u"users/UserRepository.ts repositories by UserRepository.ts"_s,
            u"users/articles.controller.js routes by articles.controller.js"_s,
            u"users/user_routes.py routes by user_routes.py"_s, u"users/user.model.ts models by user.model.ts"_s,
            u"users/user.entity.ts models by user.entity.ts"_s, u"app/models.py models by models.py"_s,
            u"app/views.py routes by views.py"_s, u"app/services.py services by services.py"_s,
            u"app/repositories.py repositories by repositories.py"_s,
            u"app/create_user_use_case.py services by create_user_use_case.py"_s, u"src/error_handler.js -"_s,
            u"src/errorHandler.js -"_s, u"src/article-dao.js repositories by article-dao.js"_s,
            u"src/asyncHandler.js -"_s, u"src/requestHandler.js routes by requestHandler.js"_s,
            u"src/database_service.py services by database_service.py"_s, u"src/remodel.py -"_s,
            u"src/preview.js -"_s}));
}

void TestLayerNames::support()
{
    QStringList lines;
    for (const std::string_view path : {"app/main.py", "server.js", "app/config.py", "src/config/index.js", "app/db.py",
             "src/db/index.js", "app/core/security.py", "src/middleware/auth.js", "src/errorHandler.js",
             "src/utils/slug.js", "app/helpers.py", "src/lib/jwt.js", "app/dependencies.py", "articles/apps.py",
             "app/core/articles.py", "project/settings/base.py", "src/types.ts", "app/auth/user.py"})
        lines << QString::fromUtf8(path) + u' ' + printed(supportRoleOf(path));
    QCOMPARE(lines,
        QStringList({u"app/main.py root"_s, u"server.js root"_s, u"app/config.py settings"_s,
            u"src/config/index.js settings"_s, u"app/db.py database"_s, u"src/db/index.js database"_s,
            u"app/core/security.py guard"_s, u"src/middleware/auth.js guard"_s, u"src/errorHandler.js guard"_s,
            u"src/utils/slug.js helper"_s, u"app/helpers.py helper"_s, u"src/lib/jwt.js guard"_s,
            u"app/dependencies.py root"_s, u"articles/apps.py root"_s, u"app/core/articles.py none"_s,
            u"project/settings/base.py database"_s, u"src/types.ts helper"_s, u"app/auth/user.py guard"_s}));
}

void TestLayerNames::oddPaths()
{
    std::string deep;
    for (int i = 0; i < 5000; ++i)
        deep += "models/";
    const std::vector<std::string> paths{"", "/", "//", "a//b.py", ".py", "_.py", "models", deep + "x.py",
        std::string(100000, 'a') + ".py", "\xff\xfe/services/\xff.py", "routes/"};
    std::vector<std::string_view> views(paths.begin(), paths.end());
    const LayerDirectories directories(views);
    QStringList lines;
    for (const auto path : views)
        lines << printed(directories.layerOf(path)) + u", "_s + printed(layerOfFileName(path)).left(20) + u", "_s
                + printed(supportRoleOf(path));
    QCOMPARE(lines,
        QStringList({u"-, -, none"_s, u"-, -, none"_s, u"-, -, none"_s, u"-, -, none"_s, u"-, -, none"_s,
            u"-, -, none"_s, u"-, models by models, none"_s, u"models by models, -, none"_s, u"-, -, none"_s,
            u"services by services, -, none"_s, u"routes by routes, -, none"_s}));
}

QTEST_GUILESS_MAIN(TestLayerNames)
#include "tst_layernames.moc"
