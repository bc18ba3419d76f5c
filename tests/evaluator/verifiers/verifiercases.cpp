// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "verifiercases.h"

#include <support/shareddata.h>
#include <verifiers/databasesigns.h>
#include <verifiers/layerrules.h>
#include <verifiers/ormsigns.h>
#include <verifiers/referenceverifier.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace Decayscope::Test {

namespace {

constexpr std::array printedOrder{Constraint::CleanArchitecture, Constraint::Sqlite, Constraint::Postgres,
    Constraint::SqlAlchemy, Constraint::Sequelize};

QString line(Constraint constraint, bool compliant, const QStringList &details)
{
    return constraintName(constraint) + (compliant ? u" holds" : u" is violated") + u" | " + details.join(u" | ");
}

QString signsOf(Constraint constraint, const QStringList &labels)
{
    return constraintName(constraint) + u": " + labels.join(u", ");
}

QStringList printedEvidence(const QJsonObject &evidence, std::initializer_list<Constraint> constraints)
{
    QStringList printed;
    for (const auto constraint : constraints) {
        QStringList labels;
        for (const auto &label : evidence[constraintName(constraint)].toArray())
            labels.append(label.toString());
        printed.append(signsOf(constraint, labels));
    }
    return printed;
}

QStringList printedLayers(const QJsonObject &answer)
{
    QStringList printed;
    const auto counts = answer[u"layers"].toObject();
    for (const auto layer : allLayers) {
        if (counts.contains(layerName(layer)))
            printed.append(layerName(layer) + u' ' + QString::number(counts[layerName(layer)].toInt()));
    }
    for (const auto &entry : answer[u"violations"].toArray()) {
        const auto violation = entry.toObject();
        printed.append(violation[u"file"].toString() + u" (" + violation[u"file_layer"].toString() + u") imports "
            + violation[u"imports"].toString() + u" (" + violation[u"target_layer"].toString() + u')');
    }
    return printed;
}

QStringList printedLayers(const LayerAnalysis &analysis)
{
    QStringList printed;
    for (const auto layer : allLayers) {
        if (analysis.sectionsOf(layer) > 0)
            printed.append(layerName(layer) + u' ' + QString::number(analysis.sectionsOf(layer)));
    }
    for (const auto &violation : analysis.violations) {
        printed.append(violation.file + u" (" + layerName(violation.fileLayer) + u") imports " + violation.imports
            + u" (" + layerName(violation.targetLayer) + u')');
    }
    return printed;
}

QStringList printedDetails(const PatchText &patch, const AddedCode &code, Constraint constraint)
{
    if (constraint == Constraint::CleanArchitecture)
        return printedLayers(analyseLayers(patch));
    if (kindOf(constraint) == ConstraintKind::Orm)
        return {signsOf(Constraint::SqlAlchemy, labelsOf(findOrmSigns(code, Constraint::SqlAlchemy))),
            signsOf(Constraint::Sequelize, labelsOf(findOrmSigns(code, Constraint::Sequelize)))};
    const auto found = findDatabaseSigns(code).forgivenFor(constraint);
    return {
        signsOf(Constraint::Sqlite, labelsOf(found.sqlite)), signsOf(Constraint::Postgres, labelsOf(found.postgres))};
}

} // namespace

std::vector<VerifierCase> verifierCases()
{
    QFile file(sharedFile(QStringLiteral("data/verifier_cases.json")));
    if (file.fileName().isEmpty() || !file.open(QIODevice::ReadOnly))
        return {};
    std::vector<VerifierCase> cases;
    for (const auto &entry : QJsonDocument::fromJson(file.readAll()).array()) {
        const auto object = entry.toObject();
        cases.push_back({object[u"name"].toString(), object[u"patch"].toString().toUtf8(), object});
    }
    return cases;
}

QStringList printedAnswers(const QJsonObject &answers)
{
    QStringList printed;
    for (const auto constraint : printedOrder) {
        const auto answer = answers[constraintName(constraint)].toObject();
        const auto evidence = answer[u"evidence"].toObject();
        const auto details = kindOf(constraint) == ConstraintKind::Architecture ? printedLayers(answer)
            : kindOf(constraint) == ConstraintKind::Database
            ? printedEvidence(evidence, {Constraint::Sqlite, Constraint::Postgres})
            : printedEvidence(evidence, {Constraint::SqlAlchemy, Constraint::Sequelize});
        printed.append(line(constraint, answer[u"compliant"].toBool(), details));
    }
    return printed;
}

QStringList printedVerdicts(QByteArrayView patch)
{
    const auto text = readPatch(patch);
    const AddedCode code(text);
    QStringList printed;
    for (const auto constraint : printedOrder) {
        const auto verdict = verifyReference(patch, {constraint}).front();
        printed.append(line(constraint, verdict.compliant, printedDetails(text, code, constraint)));
    }
    return printed;
}

} // namespace Decayscope::Test
