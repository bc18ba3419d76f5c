// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editwords.h"
#include "writtenturns.h"

#include <code/codehistory.h>

#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

namespace {

QString filled(QString form, const QStringList &texts)
{
    for (qsizetype at = 0; at < texts.size(); ++at)
        form.replace(u'%' + QString::number(at + 1), texts.at(at));
    return form;
}

/// Makes commands such as agents give, with some that fail.
class CommandMaker
{
public:
    explicit CommandMaker(quint32 seed)
        : m_random(seed)
    { }

    QString next();

private:
    QString pick(const QStringList &choices) { return choices.at(m_random.bounded(int(choices.size()))); }
    QString file()
    {
        return pick(
            {u"a.txt"_s, u"b.txt"_s, u"src/c.txt"_s, u"src/d.js"_s, u"./a.txt"_s, u"no/e.txt"_s, u"'my f.txt'"_s});
    }
    QString word() { return pick({u"foo"_s, u"bar"_s, u"x.y"_s, u"a/b"_s, u"$5"_s, u"q"_s, u"  in"_s}); }
    QString lines();
    QString simple();
    QString sed();
    QString document();

    QRandomGenerator m_random;
};

QString CommandMaker::lines()
{
    QStringList texts;
    for (int line = m_random.bounded(5); line >= 0; --line)
        texts.append(
            pick({u"foo"_s, u"foo bar foo"_s, u"x.y"_s, QString(), u"\tq \\n 5$"_s, u"a/b & c"_s, u"it's \"b\""_s}));
    return texts.join(u'\n') + u'\n';
}

QString CommandMaker::document()
{
    const auto form = pick({u"cat %1 %2 <<%3\n%4EOF"_s, u"cat <<%3 %1 %2\n%4EOF"_s, u"tee %2 <<%3 > /dev/null\n%4EOF"_s,
        u"cat <<-%3 %1 %2\n\t%4\tEOF"_s});
    const auto sign = pick({u">"_s, u">"_s, u">>"_s});
    const auto delimiter = pick({u"'EOF'"_s, u"EOF"_s, u"\\EOF"_s, u"\"EOF\""_s});
    return filled(form, {sign, file(), delimiter, lines()});
}

QString CommandMaker::sed()
{
    const auto script = pick({u"s/foo/baz/g"_s, u"s/foo/baz/"_s, u"2s|a/b|c\\&d|"_s, u"1,3s/x\\.y/z\\n/"_s, u"2d"_s,
        u"1,2d"_s, u"3i\\  new"_s, u"1a more"_s, u"2c\\other"_s, u"s/f.o/q/"_s, u"s/o/0/;s/0/1/g"_s, u"s,\\$,#,"_s,
        u"9d"_s, u"s/\\[//"_s});
    return filled(u"sed -i '%1' %2"_s, {script, file()});
}

QString CommandMaker::simple()
{
    const auto text = pick({u"foo"_s, u"bar baz"_s, u"q"_s});
    switch (m_random.bounded(10)) {
    case 0:
    case 1:
    case 2:
        return document();
    case 3:
    case 4:
        return sed();
    case 5:
        return filled(pick({u"echo %1 %2 >> %3"_s, u"printf '%1\\n%%s\\t' '%2' > %3"_s, u"echo -e '%1\\n%2' > %3"_s,
                          u"echo -n \"%1\" > %3"_s, u"cat <<< '%1' >> %3"_s}),
            {text, word(), file()});
    case 6:
        return filled(
            pick({u"mv %1 %2"_s, u"cp %1 %2"_s, u"cp -r src lib && rm -f %1 %2"_s, u"mv src/c.txt lib; cp %1 %2"_s}),
            {file(), file()});
    case 7:
        return filled(pick({u"rm -f %1"_s, u"rm %1"_s, u"touch %1"_s, u"rm -rf src"_s, u": > %1"_s,
                          u"mkdir -p src lib; touch %1"_s}),
            {file()});
    case 8:
        return pick({u"cd src && echo x > c.txt"_s, u"cd nowhere && echo x > a.txt"_s,
            u"(cd src; echo y > d.js); echo z >> a.txt"_s, u"for f in a.txt b.txt; do echo w >> $f; done"_s,
            u"if [ -f a.txt ]; then echo v > a.txt; fi"_s, u"F=b.txt; echo u > $F"_s, u"false || echo t > a.txt"_s,
            u"touch src/{k,l}.js"_s, u"rm -f *.txt"_s, u"{ echo a; echo b; } > b.txt"_s, u"set -e"_s});
    default:
        return pick({u"true"_s, u"false"_s, u"ls nowhere"_s, u"mkdir -p src"_s, u"grep foo a.txt"_s, u"exit 3"_s});
    }
}

QString CommandMaker::next()
{
    auto command = simple();
    for (int more = m_random.bounded(3); more > 0; --more)
        command += (command.endsWith("EOF"_L1) ? u"\n"_s : pick({u" && "_s, u"; "_s, u"\n"_s, u" || "_s})) + simple();
    return command;
}

using Snapshot = std::map<QString, QString>;

Snapshot snapshotOf(const QString &folder)
{
    Snapshot files;
    QDirIterator entries(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        QFile file(entries.next());
        if (file.open(QIODevice::ReadOnly))
            files[QDir(folder).relativeFilePath(file.fileName())] = QString::fromUtf8(file.readAll());
    }
    return files;
}

struct Played
{
    WrittenTurns turns;
    std::vector<Snapshot> after; ///< By turn.
    QStringList commands;
};

void play(Played &played, quint32 seed, const QString &folder)
{
    CommandMaker maker(seed);
    for (int round = 0; round < 12; ++round) {
        const auto command = maker.next();
        QProcess bash;
        bash.setWorkingDirectory(folder);
        bash.setProcessChannelMode(QProcess::MergedChannels);
        bash.start(u"bash"_s, {u"-c"_s, command});
        QVERIFY(bash.waitForFinished());
        played.turns.runs(command).ends(bash.exitCode(), QString::fromUtf8(bash.readAll()));
        played.after.insert(played.after.end(), 2, snapshotOf(folder));
        played.commands.append(command);
    }
}

/// Every version that claims knowledge must be what bash left.
QStringList lies(const Played &played, int &known)
{
    const auto history = CodeHistory::of(played.turns, {}, Progress());
    QStringList found;
    for (const auto &path : history.paths()) {
        for (int turn = 1; turn < played.turns.count(); turn += 2) {
            const auto *version = history.versionAt(path, turn);
            if (!version || version->knowledge == FileKnowledge::Unknown)
                continue;
            ++known;
            const auto &files = played.after.at(std::size_t(turn));
            const auto real = files.find(path);
            const auto isRight
                = version->exists ? real != files.end() && real->second == version->text : real == files.end();
            if (!isRight)
                found.append(u"%1 after turn %2: replayed |%3|, real |%4|\n%5"_s.arg(path).arg(turn).arg(
                    version->exists ? inLine(version->text) : u"gone"_s,
                    real == files.end() ? u"gone"_s : inLine(real->second),
                    played.commands.first(turn / 2 + 1).join(u"\n--\n"_s)));
        }
    }
    return found;
}

} // namespace

/// What the replay claims to know must be what bash really does.
class TestReplay : public QObject
{
    Q_OBJECT

private slots:
    void bashAgrees();
};

void TestReplay::bashAgrees()
{
    if (QStandardPaths::findExecutable(u"bash"_s).isEmpty())
        QSKIP("There is no bash to compare with.");
    const auto scripts = qEnvironmentVariableIntValue("DECAYSCOPE_REPLAYS");
    int known = 0;
    for (quint32 seed = 1; seed <= quint32(scripts > 0 ? scripts : 40); ++seed) {
        QTemporaryDir folder;
        QVERIFY(folder.isValid());
        Played played;
        play(played, seed, folder.path());
        const auto found = lies(played, known);
        for (const auto &lie : found)
            qWarning().noquote() << "seed" << seed << lie;
        QCOMPARE(found.size(), 0);
    }
    qInfo() << known << "versions agree";
    QVERIFY2(known > 500, qPrintable(QString::number(known)));
}

QTEST_GUILESS_MAIN(TestReplay)
#include "tst_replay.moc"
