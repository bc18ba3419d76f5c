// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpuslabels.h"
#include "corpusscores.h"

#include <domain/verifierrules.h>
#include <verifiers/referenceverifier.h>
#include <verifiers/syntaxverifier.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype fewestProjects = 90;
constexpr qsizetype mostDifferences = 8;

QByteArray bytesOf(const char *path)
{
    QFile file(QString::fromUtf8(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::vector<ConstraintVerdict> judged(const LabelledProject &project, VerifierMode mode)
{
    return mode == VerifierMode::Reference ? verifyReference(project.patch, project.constraints())
                                           : verifySyntax(project.patch, project.constraints());
}

QString word(bool compliant)
{
    return compliant ? u"kept"_s : u"violated"_s;
}

/// Where a verdict is not the labelled one: first the verdicts; the places only where these agree.
QStringList differences(const LabelledProject &project, const ConstraintVerdict &verdict)
{
    const auto about = project.name + u' ' + constraintName(verdict.constraint) + u": ";
    const auto &label = project.verdicts[verdict.constraint];
    if (verdict.compliant != label.compliant)
        return {about + u"verdict " + word(verdict.compliant) + u" instead of " + word(label.compliant)};
    QStringList lines;
    const auto places = placesOf(verdict);
    for (const auto &place : label.places) {
        if (!places.contains(place))
            lines.append(about + u"not found " + place);
    }
    for (const auto &place : places) {
        if (!label.places.contains(place))
            lines.append(about + u"found besides " + place);
    }
    return lines;
}

/// What was accepted with a reason, line by line.
QStringList knownDifferences(QStringList &faults)
{
    QStringList lines;
    const auto known = QJsonDocument::fromJson(bytesOf(DECAYSCOPE_CORPUS "/known-differences.json")).array();
    for (const auto &entry : known) {
        const auto row = entry.toObject();
        lines.append(row[u"difference"].toString());
        if (!row[u"why"].toString().endsWith(u'.'))
            faults.append(lines.last() + u" is listed without a reason");
    }
    lines.sort();
    return lines;
}

} // namespace

class TestCorpus : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void labelsAreWellFormed();
    void labelsCoverTheRules();
    void syntaxModeAgreesWithTheLabels();
    void handbookHasTheFigures();
    void differencesOfReferenceMode();

private:
    std::vector<LabelledProject> m_projects;
};

void TestCorpus::initTestCase()
{
    m_projects = labelledProjects(QStringLiteral(DECAYSCOPE_CORPUS "/projects"));
    QVERIFY(std::ssize(m_projects) >= fewestProjects);
}

void TestCorpus::labelsAreWellFormed()
{
    QStringList faults;
    for (const auto &project : m_projects) {
        for (const auto &fault : project.faults)
            faults.append(project.name + u": " + fault);
        if (project.patch.isEmpty())
            faults.append(project.name + u": it has no files");
    }
    QCOMPARE(faults, QStringList());
}

void TestCorpus::labelsCoverTheRules()
{
    QStringList missing;
    QStringList shown;
    for (const auto &project : m_projects) {
        const auto framework = project.task.section(u'-', 0, 0);
        for (const auto &verdict : project.verdicts) {
            shown.append(framework + u' ' + word(verdict.compliant));
            for (const auto &place : verdict.places)
                shown.append(place.section(u' ', -1));
        }
    }
    for (const auto &rule : verifierRules()) {
        if (!shown.contains(rule.id))
            missing.append(rule.id);
    }
    for (const auto &framework : frameworksOf(u"uv") + frameworksOf(u"node")) {
        for (const auto compliant : {true, false}) {
            if (const auto wanted = QString(framework + u' ' + word(compliant)); !shown.contains(wanted))
                missing.append(wanted);
        }
    }
    QCOMPARE(missing, QStringList());
}

void TestCorpus::syntaxModeAgreesWithTheLabels()
{
    QStringList found;
    QStringList faults;
    for (const auto &project : m_projects) {
        for (const auto &verdict : judged(project, VerifierMode::Syntax)) {
            const auto lines = differences(project, verdict);
            for (const auto &line : lines)
                qInfo("%s\n    %s", qUtf8Printable(line), qUtf8Printable(verdict.reason));
            found += lines;
        }
    }
    found.sort();
    const auto known = knownDifferences(faults);
    QCOMPARE(found, known);
    QCOMPARE(faults, QStringList());
    QVERIFY(known.size() <= mostDifferences);
}

void TestCorpus::handbookHasTheFigures()
{
    std::map<VerifierMode, KindCounts> counts;
    for (const auto &project : m_projects) {
        for (const auto mode : allVerifierModes) {
            for (const auto &verdict : judged(project, mode))
                counts[mode][kindOf(verdict.constraint)].add(
                    !project.verdicts[verdict.constraint].compliant, !verdict.compliant);
        }
    }
    auto wanted = tableRows(counts);
    wanted.prepend(u"The set has %1 projects"_s.arg(m_projects.size()));
    const auto page = QString::fromUtf8(bytesOf(DECAYSCOPE_VERIFIERS_PAGE));
    for (const auto &line : std::as_const(wanted))
        qInfo("%s", qUtf8Printable(line));
    wanted.removeIf([&](const QString &line) { return page.contains(line); });
    QCOMPARE(wanted, QStringList());
}

/// The heuristics are as published, whatever a person holds for right; how often both agree must not change unseen.
void TestCorpus::differencesOfReferenceMode()
{
    QStringList wrong;
    for (const auto &project : m_projects) {
        for (const auto &verdict : judged(project, VerifierMode::Reference)) {
            if (verdict.compliant != project.verdicts[verdict.constraint].compliant)
                wrong.append(project.name + u' ' + constraintName(verdict.constraint));
        }
    }
    for (const auto &line : std::as_const(wrong))
        qInfo("%s", qUtf8Printable(line));
    const auto expected = QString::fromUtf8(bytesOf(DECAYSCOPE_CORPUS "/reference-is-wrong.txt"));
    QCOMPARE(wrong, expected.split(u'\n', Qt::SkipEmptyParts));
}

QTEST_GUILESS_MAIN(TestCorpus)

#include "tst_corpus.moc"
