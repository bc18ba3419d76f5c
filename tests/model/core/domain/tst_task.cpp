// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <domain/task.h>

#include <QTest>

using namespace Decayscope;

namespace {

QString printed(const TaskSpec &task)
{
    return QStringLiteral("%1 %2 L%3 {%4}")
        .arg(task.runtime, task.framework)
        .arg(task.level())
        .arg(task.constraints.joined(u","));
}

} // namespace

class TestTask : public QObject
{
    Q_OBJECT

private slots:
    void readsNames_data()
    {
        QTest::addColumn<QString>("runtime");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *runtime, const char *name, const char *expected) {
            QTest::newRow(name) << QString::fromLatin1(runtime) << QString::fromLatin1(name)
                                << QString::fromLatin1(expected);
        };
        row("uv", "flask-openapi-unconstrained", "uv flask L0 {}");
        row("node", "koa-openapi-clean_architecture-postgres-sequelize",
            "node koa L3 {clean_architecture,postgres,sequelize}");
        row("uv", "django-openapi-sqlite-sqlalchemy", "uv django L2 {sqlite,sqlalchemy}");
        row("honojs", "hard-focused-task-001", "honojs honojs L0 {}");
    }

    void readsNames()
    {
        QFETCH(QString, runtime);
        QFETCH(QString, name);
        QFETCH(QString, expected);
        const auto task = taskFromFolder(runtime, name);
        QVERIFY(task);
        QCOMPARE(printed(*task), expected);
        QCOMPARE(task->name, name);
    }

    void refusesWhatSaysNoConstraints_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("message");
        QTest::newRow("no token") << QStringLiteral("flask")
                                  << QStringLiteral(
                                         "\"flask\" is no task name; expected \"framework-contract-constraints\", such "
                                         "as \"flask-openapi-sqlite\".");
        QTest::newRow("unknown constraint")
            << QStringLiteral("flask-openapi-mysql")
            << QStringLiteral("The task \"flask-openapi-mysql\" names an unknown constraint \"mysql\".");
        QTest::newRow("no framework") << QStringLiteral("-openapi-sqlite")
                                      << QStringLiteral(
                                             "\"-openapi-sqlite\" is no task name; expected "
                                             "\"framework-contract-constraints\", such as \"flask-openapi-sqlite\".");
    }

    void refusesWhatSaysNoConstraints()
    {
        QFETCH(QString, name);
        QFETCH(QString, message);
        const auto task = taskFromFolder(QStringLiteral("uv"), name);
        QVERIFY(!task);
        QCOMPARE(task.error().kind, ErrorKind::InvalidInput);
        QCOMPARE(task.error().message, message);
    }

    void knowsTheStudysTasks()
    {
        const auto tasks = generationTasks();
        QCOMPARE(tasks.size(), 80U);
        std::array<int, levelCount> perLevel{};
        for (const auto &task : tasks) {
            ++perLevel.at(static_cast<std::size_t>(task.level()));
            QCOMPARE(taskFromFolder(task.runtime, task.name).value(), task);
        }
        QCOMPARE(perLevel, (std::array{8, 24, 32, 16}));
    }

    void knowsThePipelineSubset()
    {
        QStringList names;
        for (const auto &task : pipelineSubset())
            names.append(task.name);
        QCOMPARE(names.size(), 16);
        QCOMPARE(names.first(), QStringLiteral("aiohttp-openapi-unconstrained"));
        QCOMPARE(names.last(), QStringLiteral("fastify-openapi-clean_architecture-postgres-sequelize"));
    }

    void setsOfConstraints()
    {
        using enum Constraint;
        const ConstraintSet set{Sqlite, CleanArchitecture};
        QCOMPARE(set.joined(u"-"), QStringLiteral("clean_architecture-sqlite"));
        QCOMPARE(set.without(Sqlite), ConstraintSet{CleanArchitecture});
        QCOMPARE(set.ofKind(ConstraintKind::Database), Sqlite);
        QCOMPARE(set.ofKind(ConstraintKind::Orm), std::nullopt);
        QCOMPARE(ConstraintSet::fromBits(0xff).size(), 5);
        QCOMPARE(constraintFromName(u"SQLite"), std::nullopt);
    }
};

QTEST_GUILESS_MAIN(TestTask)

#include "tst_task.moc"
