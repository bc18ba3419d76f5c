// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <demonstration/slips.h>
#include <domain/task.h>

#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

std::vector<TaskSpec> scriptedTasks()
{
    std::vector<TaskSpec> tasks;
    for (const auto &task : generationTasks())
        if (goodShape(task))
            tasks.push_back(task);
    return tasks;
}

} // namespace

/// What the scripted models write and what goes wrong with it, as data.
class TestSlips : public QObject
{
    Q_OBJECT

private slots:
    void knowsItsTasks();
    void everyProjectIsWhole();
    void slipsHaveNames();
    void everySlipCanHappen_data();
    void everySlipCanHappen();
    void wordsThatAreNotThere();
};

void TestSlips::knowsItsTasks()
{
    QStringList names;
    for (const auto &task : scriptedTasks())
        names << task.name;
    QCOMPARE(names.size(), 30);
    QVERIFY(
        !goodShape(TaskSpec{.runtime = u"uv"_s, .framework = u"django"_s, .name = u"django-openapi-unconstrained"_s}));
    QVERIFY(!goodShape(TaskSpec{.runtime = u"uv"_s, .framework = u"flask"_s, .name = u"flask-shelf-unconstrained"_s}));
}

void TestSlips::everyProjectIsWhole()
{
    for (const auto &task : scriptedTasks()) {
        const auto files = projectFiles(*goodShape(task));
        QVERIFY2(files.contains(u"run.sh"_s), qPrintable(task.name));
        QVERIFY2(files.contains(u"requirements.txt"_s), qPrintable(task.name));
        QVERIFY2(files.at(u"requirements.txt"_s).contains(task.framework.toLatin1()), qPrintable(task.name));
        for (const auto &[path, bytes] : files)
            QVERIFY2(bytes.endsWith('\n'), qPrintable(path));
    }
    QVERIFY(projectFiles({.framework = u"../../etc"_s}).empty());
}

void TestSlips::slipsHaveNames()
{
    QStringList names;
    for (const auto &slip : knownSlips()) {
        QVERIFY2(!names.contains(slip.name), qPrintable(slip.name));
        QVERIFY2(!slip.why.isEmpty() && !slip.category.isEmpty(), qPrintable(slip.name));
        names << slip.name;
    }
    QVERIFY(names.size() > 20);
}

void TestSlips::everySlipCanHappen_data()
{
    QTest::addColumn<int>("at");
    for (std::size_t at = 0; at < knownSlips().size(); ++at)
        QTest::addRow("%s", qPrintable(knownSlips()[at].name)) << static_cast<int>(at);
}

/// In every project it says it fits.
void TestSlips::everySlipCanHappen()
{
    QFETCH(const int, at);
    const auto &slip = knownSlips().at(static_cast<std::size_t>(at));
    int count = 0;
    for (const auto &task : scriptedTasks()) {
        const auto shape = *goodShape(task);
        if (!slip.fits(task, shape))
            continue;
        ++count;
        const auto good = projectFiles(shape);
        auto files = projectFiles(slippedShape(slip, shape));
        const auto made = makeSlip(slip, shape.framework, files);
        QVERIFY2(made, made ? "" : qPrintable(u"%1: %2"_s.arg(task.name, made.error().message)));
        QVERIFY2(files != good, qPrintable(task.name));
    }
    QVERIFY(count > 0);
}

void TestSlips::wordsThatAreNotThere()
{
    const Slip slip{.name = u"a"_s, .changes = {{.file = u"a.py"_s, .find = u"one"_s, .replace = u"two"_s}}};
    ProjectFiles files{{u"a.py"_s, "one one\n"}};
    const auto twice = makeSlip(slip, u"flask"_s, files);
    QVERIFY(!twice);
    QCOMPARE(twice.error().message, u"\"one\" is not exactly once in \"a.py\"."_s);
    files[u"a.py"_s] = "one\n";
    QVERIFY(makeSlip(slip, u"flask"_s, files));
    QCOMPARE(files.at(u"a.py"_s), QByteArray("two\n"));
}

QTEST_APPLESS_MAIN(TestSlips)
#include "tst_slips.moc"
