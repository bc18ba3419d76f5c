// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "judgelab.h"

#include <QFile>
#include <QTest>

namespace Decayscope::Test {

using namespace Qt::StringLiterals;

SourceProject projectOf(std::string_view text)
{
    std::map<std::string, std::string> files;
    std::string path;
    std::size_t at = 0;
    while (at < text.size()) {
        const auto end = std::min(text.find('\n', at), text.size());
        const auto line = text.substr(at, end - at);
        at = end + 1;
        if (line.starts_with("== "))
            path = line.substr(3);
        else if (!path.empty())
            files[path].append(line).append(1, '\n');
    }
    return SourceProject::ofFiles(files);
}

QStringList verdictLines(const ConstraintVerdict &verdict)
{
    QStringList lines{verdict.compliant ? u"kept"_s : u"broken"_s};
    for (const auto &violation : verdict.violations) {
        const QString place
            = violation.file.isEmpty() ? u"project"_s : violation.file + u':' + QString::number(violation.line);
        lines.append(place + u' ' + violation.rule + u": "_s + violation.reason);
    }
    return lines + verdict.evidence;
}

QStringList judgedLines(QStringView constraint, const SourceProject &project)
{
    const ModuleGraph graph(project);
    const auto asked = constraintFromName(constraint);
    if (!asked)
        return {u"no such constraint"_s};
    return verdictLines(kindOf(*asked) == ConstraintKind::Orm ? judgeOrm(graph, *asked) : judgeDatabase(graph, *asked));
}

void addJudgedRows(const QString &file)
{
    QTest::addColumn<QString>("constraint");
    QTest::addColumn<QByteArray>("project");
    QTest::addColumn<QStringList>("expected");
    QFile rows(QStringLiteral(DECAYSCOPE_JUDGED_ROWS) + u'/' + file);
    QVERIFY2(rows.open(QIODevice::ReadOnly), qPrintable(rows.fileName()));
    QString group;
    for (const auto &part : QString::fromUtf8('\n' + rows.readAll()).split(u"\n###"_s, Qt::SkipEmptyParts)) {
        const auto title = part.section(u'\n', 0, 0).trimmed();
        if (title.startsWith(u'#')) {
            group = title.sliced(1).trimmed();
            continue;
        }
        const auto body = part.section(u'\n', 1);
        const QString name = group + u": "_s + title.section(u' ', 1);
        QTest::newRow(qPrintable(name)) << title.section(u' ', 0, 0) << body.section(u"\n>>>\n"_s, 0, 0).toUtf8()
                                        << body.section(u"\n>>>\n"_s, 1).split(u'\n', Qt::SkipEmptyParts);
    }
}

void compareJudgedRow()
{
    QFETCH(QString, constraint);
    QFETCH(QByteArray, project);
    QFETCH(QStringList, expected);
    const auto found = judgedLines(constraint, projectOf(project.toStdString()));
    if (found != expected)
        qWarning().noquote() << QTest::currentDataTag() << u"\n"_s + found.join(u'\n');
    QCOMPARE(found, expected);
}

} // namespace Decayscope::Test
