// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <runtimes/requirements.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

/// Folders with programs that say what they are told to.
class MadeUpSystem
{
public:
    bool add(const QString &path, const QString &says, int status = 0)
    {
        QDir().mkpath(QFileInfo(m_folder.filePath(path)).path());
        QFile file(m_folder.filePath(path));
        const auto script = u"#!/bin/sh\necho '%1'\nexit %2\n"_s.arg(says).arg(status).toUtf8();
        return file.open(QIODevice::WriteOnly) && file.write(script) == script.size()
            && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    [[nodiscard]] ProgramFolders folders() const
    {
        return {{m_folder.filePath(u"bin"_s)}, m_folder.filePath(u"postgresql"_s)};
    }
    [[nodiscard]] QStringList printed() const
    {
        QStringList lines;
        const auto needed = evaluationRequirements(folders());
        for (const auto &one : needed)
            lines.append(one.name + u": " + (one.isMet() ? one.found : u"missing"_s));
        return lines.replaceInStrings(m_folder.path(), QString());
    }

private:
    QTemporaryDir m_folder;
};

} // namespace

class TestRequirements : public QObject
{
    Q_OBJECT

private slots:
    void everythingIsThere();
    void nothingIsThere();
    void oldOrBrokenThings();
    void thisSystem();
};

void TestRequirements::everythingIsThere()
{
    MadeUpSystem system;
    QVERIFY(system.add(u"bin/bwrap"_s, u"bubblewrap 0.11.0"_s));
    QVERIFY(system.add(u"bin/node"_s, u"v20.19.2"_s));
    QVERIFY(system.add(u"bin/npm"_s, u"9.2.0"_s));
    QVERIFY(system.add(u"bin/python3"_s, u"Python 3.13.5"_s));
    QVERIFY(system.add(u"bin/pip3"_s, u"pip 25.1"_s));
    QVERIFY(system.add(u"bin/git"_s, u"git version 2.47"_s));
    QVERIFY(system.add(u"postgresql/9/bin/postgres"_s, u"postgres (PostgreSQL) 9.6"_s));
    QVERIFY(system.add(u"postgresql/17/bin/postgres"_s, u"postgres (PostgreSQL) 17.6"_s));
    QCOMPARE(system.printed(),
        QStringList(
            {u"bubblewrap: bubblewrap 0.11.0"_s, u"namespaces: allowed"_s, u"PostgreSQL: postgres (PostgreSQL) 17.6"_s,
                u"Node: v20.19.2"_s, u"npm: 9.2.0"_s, u"Python: Python 3.13.5, pip"_s, u"git: git version 2.47"_s}));
}

void TestRequirements::nothingIsThere()
{
    const MadeUpSystem system;
    const auto needed = evaluationRequirements(system.folders());
    for (const auto &one : needed) {
        if (one.name == u"namespaces")
            continue;
        QCOMPARE(one.name + u": " + one.found, one.name + u": "_s);
        QCOMPARE(one.remedy, u"./bootstrap evaluation installs it."_s);
        QVERIFY(one.purpose.endsWith(u'.'));
    }
}

void TestRequirements::oldOrBrokenThings()
{
    MadeUpSystem system;
    QVERIFY(system.add(u"bin/bwrap"_s, u"bwrap: No permissions to create new namespace"_s, 1));
    QVERIFY(system.add(u"bin/postgres"_s, u"postgres (PostgreSQL) 15.8"_s));
    QVERIFY(system.add(u"bin/python3"_s, u"Python 3.13.5"_s));
    const auto needed = evaluationRequirements(system.folders());
    QStringList remedies;
    for (const auto &one : needed) {
        if (!one.isMet())
            remedies.append(one.name + u": " + one.remedy);
    }
    QVERIFY2(remedies[0].endsWith(u"bubblewrap says: bwrap: No permissions to create new namespace"),
        qPrintable(remedies[0]));
    QCOMPARE(remedies[1],
        u"PostgreSQL: Only “postgres (PostgreSQL) 15.8” is here. On Debian 13, ./bootstrap evaluation installs it."_s);
    QCOMPARE(remedies.last().section(u':', 0, 0), u"git"_s);
    QVERIFY(
        remedies.contains(u"Python: Python 3.13.5 is here without pip and uv. ./bootstrap evaluation installs it."_s));
}

/// Says what this system has, whatever that is.
void TestRequirements::thisSystem()
{
    const auto needed = evaluationRequirements();
    QStringList names;
    for (const auto &one : needed) {
        names.append(one.name);
        qInfo().noquote() << one.name << (one.isMet() ? one.found : u"missing: "_s + one.remedy);
        QCOMPARE(one.isMet(), one.remedy.isEmpty());
    }
    QCOMPARE(names,
        QStringList({u"bubblewrap"_s, u"namespaces"_s, u"PostgreSQL"_s, u"Node"_s, u"npm"_s, u"Python"_s, u"git"_s}));
}

QTEST_GUILESS_MAIN(TestRequirements)
#include "tst_requirements.moc"
