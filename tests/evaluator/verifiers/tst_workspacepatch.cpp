// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <verifiers/workspacepatch.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

class TestWorkspacePatch : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void filesAreAddedInTheirOrder()
    {
        write(u"b.py"_s, "two\nlines\n");
        write(u"a.py"_s, "no end");
        write(u"empty.py"_s, "");
        write(u"data.bin"_s, QByteArray("\0\1", 2));
        write(u"node_modules/left/out.js"_s, "out\n");
        QCOMPARE(linesOf(patchOfWorkspace(m_folder->path())),
            QStringList({u"diff --git a/a.py b/a.py"_s, u"new file mode 100644"_s, u"--- /dev/null"_s, u"+++ b/a.py"_s,
                u"@@ -0,0 +1,1 @@"_s, u"+no end"_s, u"\\ No newline at end of file"_s, u"diff --git a/b.py b/b.py"_s,
                u"new file mode 100644"_s, u"--- /dev/null"_s, u"+++ b/b.py"_s, u"@@ -0,0 +1,2 @@"_s, u"+two"_s,
                u"+lines"_s, u"diff --git a/empty.py b/empty.py"_s, u"new file mode 100644"_s}));
    }

    void aNameWritesNoLinesOfThePatch()
    {
        write(u"x\n+++ b\tq\"\\.py"_s, "one\n");
        QCOMPARE(linesOf(patchOfWorkspace(m_folder->path())),
            QStringList({u"diff --git \"a/x\\012+++ b\\011q\\\"\\\\.py\" \"b/x\\012+++ b\\011q\\\"\\\\.py\""_s,
                u"new file mode 100644"_s, u"--- /dev/null"_s, u"+++ \"b/x\\012+++ b\\011q\\\"\\\\.py\""_s,
                u"@@ -0,0 +1,1 @@"_s, u"+one"_s}));
    }

    void onlyFilesArePatches()
    {
        write(u"some.patch"_s, "diff\n");
        QCOMPARE(*patchOfFile(m_folder->filePath(u"some.patch"_s)), "diff\n");
        QCOMPARE(patchOfFile(u"/dev/zero"_s).error().kind, ErrorKind::Refused);
        QCOMPARE(patchOfFile(m_folder->path()).error().kind, ErrorKind::Refused);
        QCOMPARE(patchOfFile(u"/there/is/none"_s).error().kind, ErrorKind::Unreadable);
        QFile sparse(m_folder->filePath(u"long.patch"_s));
        QVERIFY(sparse.open(QIODevice::WriteOnly) && sparse.resize(qint64{300} * 1024 * 1024));
        QCOMPARE(patchOfFile(sparse.fileName()).error().kind, ErrorKind::Refused);
    }

private:
    void write(const QString &name, const QByteArray &content) const
    {
        const auto path = m_folder->filePath(name);
        QVERIFY(QDir().mkpath(path.left(path.lastIndexOf(u'/'))));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }

    static QStringList linesOf(const Result<QByteArray> &patch)
    {
        return patch ? QString::fromUtf8(*patch).split(u'\n', Qt::SkipEmptyParts) : QStringList{patch.error().message};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestWorkspacePatch)
#include "tst_workspacepatch.moc"
