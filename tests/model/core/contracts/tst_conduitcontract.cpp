// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <contracts/contractbook.h>
#include <contracts/taskdefinition.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

const Contract &conduit()
{
    return *ContractBook::builtIn().contract(u"conduit");
}

QStringList names(const std::vector<TaskSpec> &tasks)
{
    QStringList names;
    for (const auto &task : tasks)
        names.append(task.runtime + u'/' + task.name);
    return names;
}

/// Whether a path of a request fits a path with {parameters}; how many parts are the same literally.
int literalParts(const QString &path, const QString &pattern)
{
    const auto parts = path.split(u'/');
    const auto expected = pattern.split(u'/');
    if (parts.size() != expected.size())
        return -1;
    int same = 0;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (parts[i] == expected[i])
            ++same;
        else if (!expected[i].startsWith(u'{'))
            return -1;
    }
    return same;
}

const ApiOperation *operationOf(const QString &method, const QString &path)
{
    const ApiOperation *best = nullptr;
    int most = -1;
    for (const auto &operation : conduit().operations) {
        const auto same = operation.method == method ? literalParts(path, operation.path) : -1;
        if (same > most)
            best = &operation;
        most = std::max(most, same);
    }
    return best;
}

/// The codes that a request's status check accepts; none where it has no such check.
QStringList acceptedStatuses(const QJsonObject &request)
{
    QStringList accepted;
    for (const auto &check : request["checks"_L1].toArray()) {
        if (check["kind"_L1].toString() != u"status")
            continue;
        const auto value = check["value"_L1];
        if (value.isDouble())
            accepted.append(QString::number(value.toInt()));
        for (const auto &one : value.toArray())
            accepted.append(QString::number(one.toInt()));
    }
    return accepted;
}

} // namespace

class TestConduitContract : public QObject
{
    Q_OBJECT

private slots:
    void theBuiltInContractsAreSound();
    void itsTasksAreTheStudys();
    void itsOperationsAreNineteen();
    void everyRequestHasAnOperation_data();
    void everyRequestHasAnOperation();
    void itsTasksAreDefined();
};

void TestConduitContract::theBuiltInContractsAreSound()
{
    const auto &book = ContractBook::builtIn();
    QCOMPARE(book.problems(), QStringList());
    QCOMPARE(book.contracts().front().name, u"conduit"_s);
    QCOMPARE(conduit().word, u"openapi"_s);
    QCOMPARE(conduit().origin, QString());
}

void TestConduitContract::itsTasksAreTheStudys()
{
    QCOMPARE(names(conduit().tasks()), names(generationTasks()));
    QCOMPARE(conduit().tasks(), generationTasks());
}

void TestConduitContract::itsOperationsAreNineteen()
{
    QStringList printed;
    for (const auto &operation : conduit().operations)
        printed.append(u"%1 %2 %3 [%4] %5"_s.arg(
            operation.method, operation.path, operation.id, operation.group, operation.statuses.join(u' ')));
    QCOMPARE(printed,
        QStringList({u"POST /users CreateUser [Users] 201 422"_s, u"POST /users/login Login [Users] 200 401 422"_s,
            u"GET /user GetCurrentUser [Users] 200 401"_s, u"PUT /user UpdateCurrentUser [Users] 200 401 422"_s,
            u"GET /profiles/{username} GetProfileByUsername [Profiles] 200 404"_s,
            u"POST /profiles/{username}/follow FollowUserByUsername [Profiles] 200 401 404"_s,
            u"DELETE /profiles/{username}/follow UnfollowUserByUsername [Profiles] 200 401 404"_s,
            u"GET /articles GetArticles [Articles] 200 422"_s, u"POST /articles CreateArticle [Articles] 201 401 422"_s,
            u"GET /articles/feed GetArticlesFeed [Articles] 200 401 422"_s,
            u"GET /articles/{slug} GetArticle [Articles] 200 404"_s,
            u"PUT /articles/{slug} UpdateArticle [Articles] 200 401 403 404 422"_s,
            u"DELETE /articles/{slug} DeleteArticle [Articles] 200 401 403 404"_s,
            u"GET /articles/{slug}/comments GetArticleComments [Comments] 200 404"_s,
            u"POST /articles/{slug}/comments CreateArticleComment [Comments] 200 401 404 422"_s,
            u"DELETE /articles/{slug}/comments/{id} DeleteArticleComment [Comments] 200 401 403 404"_s,
            u"POST /articles/{slug}/favorite CreateArticleFavorite [Favorites] 200 401 404"_s,
            u"DELETE /articles/{slug}/favorite DeleteArticleFavorite [Favorites] 200 401 404"_s,
            u"GET /tags GetTags [Tags] 200"_s}));
}

void TestConduitContract::everyRequestHasAnOperation_data()
{
    QTest::addColumn<QByteArray>("suite");
    QTest::addColumn<int>("requests");
    QTest::newRow("conduit") << conduit().suite << 32;
    QTest::newRow("conduit-deep") << conduit().deepSuite << 153;
}

/// Every request is one the description has, and what its status check accepts is documented for it.
void TestConduitContract::everyRequestHasAnOperation()
{
    QFETCH(const QByteArray, suite);
    const auto requests = QJsonDocument::fromJson(suite)["requests"_L1].toArray();
    QStringList missing;
    for (const auto &value : requests) {
        const auto request = value.toObject();
        const auto method = request["method"_L1].toString();
        const auto path = request["path"_L1].toString().section(u'?', 0, 0);
        const auto *operation = operationOf(method, path);
        if (!operation) {
            missing.append(method + u' ' + path);
            continue;
        }
        const auto accepted = acceptedStatuses(request);
        if (!accepted.isEmpty()
            && std::ranges::none_of(accepted, [&](const auto &code) { return operation->statuses.contains(code); }))
            missing.append(operation->id + u" answers " + accepted.join(u' '));
    }
    QCOMPARE(missing, QStringList());
    QTEST(int(requests.size()), "requests");
}

void TestConduitContract::itsTasksAreDefined()
{
    const auto task = ContractBook::builtIn().taskNamed(u"koa-openapi-postgres-sequelize"_s);
    QVERIFY(task);
    const auto definition = definitionOf(conduit(), *task);
    QCOMPARE(definition.origin, u"built-in"_s);
    QCOMPARE(definition.dockerFolder, u"node"_s);
    QCOMPARE(definition.setUp, QStringList({u"npm install"_s, u"chmod +x run.sh"_s}));
    QCOMPARE(definition.run, QStringList({u"./run.sh"_s}));
    QCOMPARE(definition.port, 3000);
    QVERIFY(definition.prompt.contains(u"operationId: GetArticlesFeed"));
}

QTEST_GUILESS_MAIN(TestConduitContract)
#include "tst_conduitcontract.moc"
