// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <domain/runnaming.h>
#include <domain/tasknaming.h>
#include <support/arun.h>

#include <QTest>
#include <QTimeZone>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

namespace {

const QDateTime now(QDate(2026, 11, 22), QTime(9, 5, 7), QTimeZone::UTC);

QString named(const std::vector<Run> &runs, const std::optional<int> &trial = std::nullopt)
{
    const Run like = aRun().of("gpt-x").on("flask");
    const auto key = nextRunKey(runs, like.key.configuration, like.task, trial, now);
    return key.task % u' ' % key.date % u" run_" % QString::number(key.trial);
}

QString taskIn(const QString &text)
{
    const auto task = taskFromText(text);
    return task ? QString(task->runtime % u' ' % task->framework % u' ' % task->constraints.joined(u"+"))
                : u"no task"_s;
}

} // namespace

class TestRunNaming : public QObject
{
    Q_OBJECT

private slots:
    void theFirstRunOpensADateFolder()
    {
        QCOMPARE(named({}), u"flask-openapi-unconstrained 2026-11-22T09-05-07 run_0");
        QCOMPARE(named({}, 4), u"flask-openapi-unconstrained 2026-11-22T09-05-07 run_4");
        QCOMPARE(named({aRun().of("other").on("flask"), aRun().of("gpt-x").on("django")}),
            u"flask-openapi-unconstrained 2026-11-22T09-05-07 run_0");
    }

    void trialsCountTogether()
    {
        const auto at = [](const char *date, int trial) -> Run {
            return aRun().of("gpt-x").on("flask").dated(date).trial(trial);
        };
        QCOMPARE(named({at("2026-01-01", 0), at("2026-01-01", 1)}), u"flask-openapi-unconstrained 2026-01-01 run_2");
        QCOMPARE(named({at("2026-01-01", 1)}), u"flask-openapi-unconstrained 2026-01-01 run_0");
        QCOMPARE(named({at("2026-01-01", 0), at("2025-12-01", 1), at("2026-02-01", 7)}),
            u"flask-openapi-unconstrained 2026-02-01 run_0");
        QCOMPARE(named({at("2026-01-01", 0)}, 0), u"flask-openapi-unconstrained 2026-01-01 run_0");
    }

    void tasksByTheNamesPeopleUse()
    {
        QCOMPARE(taskIn(u"flask-openapi-unconstrained"_s), u"uv flask ");
        QCOMPARE(taskIn(u" koa-openapi-clean_architecture-postgres-sequelize "_s),
            u"node koa clean_architecture+postgres+sequelize");
        QCOMPARE(taskIn(u"uv/flask-openapi-sqlite"_s), u"uv flask sqlite");
        QCOMPARE(taskIn(u"express/hard-focused-task-001"_s), u"express express ");
        for (const auto &text : {u""_s, u"flask"_s, u"node/flask-openapi-sqlite"_s, u"flask-openapi-sequelize"_s,
                 u"a/b/c"_s, u"/x"_s, u"express/"_s})
            QCOMPARE(taskIn(text), u"no task");
    }
};

QTEST_GUILESS_MAIN(TestRunNaming)
#include "tst_runnaming.moc"
