// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "calledverb.h"

#include <support/shareddata.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;
using nlohmann::json;

class TestTasksVerb : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void listsTheStudysTasksWithoutAStudy()
    {
        const auto outcome = asked({u"tasks"_s, u"list"_s});
        QCOMPARE(outcome.status, 0);
        const auto tasks = outcome.document().at("tasks");
        QCOMPARE(tasks.size(), 80U);
        QCOMPARE(QByteArray::fromStdString(tasks.at(9).dump()),
            QByteArray(R"({"built_in":true,"constraints":["clean_architecture","postgres","sqlalchemy"],)"
                       R"("contract":"conduit","framework":"aiohttp","imported":null,"kind":"generation","level":3,)"
                       R"("name":"aiohttp-openapi-clean_architecture-postgres-sqlalchemy","runtime":"uv"})"));
        QVERIFY(!QFile::exists(store()));
        QVERIFY(asked({u"tasks"_s, u"list"_s, u"--all"_s}).document().at("tasks").size() > 80);
    }

    void showsAPrompt()
    {
        const auto outcome = asked({u"tasks"_s, u"show"_s, u"flask-openapi-postgres-sqlalchemy"_s});
        QCOMPARE(outcome.status, 0);
        const auto task = outcome.document();
        QCOMPARE(task.at("port"), json(8080));
        QCOMPARE(task.at("health_path"), json("/api/health-check"));
        const auto prompt = QString::fromStdString(task.at("prompt").get<std::string>());
        for (const auto *fact : {"openapi: 3.1", "SQLAlchemy", "PostgreSQL", "requirements.txt", "run.sh", "8080"})
            QVERIFY2(prompt.contains(QLatin1StringView(fact)), fact);
        QVERIFY(!prompt.contains(u"Clean Architecture"));
        const auto text
            = Test::calledVerb({u"--store"_s, store(), u"tasks"_s, u"show"_s, u"flask-openapi-postgres-sqlalchemy"_s});
        QCOMPARE(QString::fromUtf8(text.output).trimmed(), prompt.trimmed());
    }

    void namesWhatIsMissing()
    {
        QCOMPARE(asked({u"tasks"_s, u"show"_s, u"flask-openapi-mysql"_s}).status, 2);
        QCOMPARE(asked({u"tasks"_s, u"show"_s, u"express/hard-focused-task-001"_s}).status, 1);
        QCOMPARE(asked({u"tasks"_s, u"list"_s, u"--contract"_s, m_folder->filePath(u"none"_s)}).status, 4);
    }

    void exportsWhatItImports()
    {
        const auto folder = m_folder->filePath(u"out"_s);
        QCOMPARE(asked({u"tasks"_s, u"export"_s, folder}).status, 0);
        QCOMPARE(QDir(folder + u"/uv"_s).entryList({u"*.json"_s}).size(), 40);
        QCOMPARE(QDir(folder + u"/node"_s).entryList({u"*.md"_s}).size(), 40);
        const auto report = asked({u"import"_s, folder + u"/node/node-koa-openapi-sqlite.json"_s}).document();
        QCOMPARE(report.at("tasks"), json(1));
        const auto listed = asked({u"tasks"_s, u"list"_s}).document().at("tasks");
        QCOMPARE(listed.size(), 80U);
        QCOMPARE(std::ranges::count_if(listed, [](const json &task) { return !task.at("imported").is_null(); }), 1);
    }

    void showsTheStudysOwnText()
    {
        DECAYSCOPE_REQUIRE_SHARED("data/paper/tasks");
        QCOMPARE(asked({u"import"_s, Test::sharedFile(u"data/paper/tasks"_s)}).document().at("tasks"), json(100));
        QCOMPARE(asked({u"tasks"_s, u"list"_s}).document().at("tasks").size(), 100U);
        const auto own = asked({u"tasks"_s, u"show"_s, u"koa-openapi-sqlite"_s}).document();
        const auto imported = asked({u"tasks"_s, u"show"_s, u"koa-openapi-sqlite"_s, u"--imported"_s}).document();
        QVERIFY(own.at("prompt") != imported.at("prompt"));
        QVERIFY(imported.at("prompt").get<std::string>().starts_with("openapi: 3.0.1"));
        const auto feature = asked({u"tasks"_s, u"show"_s, u"express/hard-focused-task-001"_s}).document();
        QCOMPARE(feature.at("kind"), json("feature"));
        QVERIFY(!feature.at("commit").get<std::string>().empty());
    }

private:
    [[nodiscard]] QString store() const { return m_folder->filePath(u"study.decayscope"_s); }

    [[nodiscard]] Test::VerbOutcome asked(const QStringList &words) const
    {
        return Test::calledVerb(QStringList{u"--json"_s, u"--store"_s, store()} + words);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestTasksVerb)
#include "tst_tasksverb.moc"
