// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "referenceverifier.h"

#include "databasesigns.h"
#include "layerrules.h"
#include "ormsigns.h"

#include <optional>

namespace Decayscope {

namespace {

QString filesCounted(int count)
{
    return count == 1 ? QStringLiteral("1 file") : QStringLiteral("%1 files").arg(count);
}

QString layersSentence(const LayerAnalysis &analysis)
{
    QStringList there;
    QStringList missing;
    for (const auto layer : allLayers)
        (analysis.sectionsOf(layer) > 0 ? there : missing).append(layerName(layer));
    if (analysis.layersFound() >= layersNeeded)
        return QStringLiteral("%1 of 4 layers are there: %2.").arg(there.size()).arg(there.join(u", "));
    return QStringLiteral("Only %1 of 4 layers are there, %2 are needed; missing: %3.")
        .arg(there.size())
        .arg(layersNeeded)
        .arg(missing.join(u", "));
}

QString importsSentence(qsizetype violations)
{
    if (violations == 0)
        return QStringLiteral("No import goes up a layer.");
    if (violations == 1)
        return QStringLiteral("1 import goes up a layer.");
    return QStringLiteral("%1 imports go up a layer.").arg(violations);
}

ConstraintVerdict architectureVerdict(const PatchText &patch)
{
    const auto analysis = analyseLayers(patch);
    ConstraintVerdict verdict{.constraint = Constraint::CleanArchitecture};
    verdict.compliant = analysis.layersFound() >= layersNeeded && analysis.violations.empty();
    verdict.reason = layersSentence(analysis) + u' ' + importsSentence(std::ssize(analysis.violations));
    for (const auto layer : allLayers) {
        if (analysis.sectionsOf(layer) > 0)
            verdict.evidence.append(layerName(layer) + u": " + filesCounted(analysis.sectionsOf(layer)));
    }
    for (const auto &found : analysis.violations) {
        const QString reason = u"The " + layerName(found.fileLayer) + u" layer imports \"" + found.imports
            + u"\" from the " + layerName(found.targetLayer) + u" layer above it.";
        verdict.violations.push_back({verdict.constraint, found.file, found.line, reason});
    }
    return verdict;
}

QString signsSentence(Constraint constraint, const std::vector<Sign> &found)
{
    if (found.empty())
        return u"No sign of " + constraintTitle(constraint) + u" was found.";
    return u"Signs of " + constraintTitle(constraint) + u": " + labelsOf(found).join(u", ") + u'.';
}

/// The finding about a whole project that shows no sign of what it should use.
Violation missingSign(Constraint constraint)
{
    return {constraint, {}, 0, signsSentence(constraint, {})};
}

ConstraintVerdict databaseVerdict(const DatabaseSigns &all, Constraint database)
{
    const auto other = DatabaseSigns::otherThan(database);
    const auto counting = all.forgivenFor(database);
    const auto &expected = counting.of(database);
    const auto &foreign = counting.of(other);
    ConstraintVerdict verdict{.constraint = database, .compliant = !expected.empty() && foreign.empty()};
    verdict.evidence = labelsOf(expected);
    verdict.reason = signsSentence(database, expected);
    if (!foreign.empty())
        verdict.reason += u' ' + signsSentence(other, foreign);
    else if (!all.of(other).empty())
        verdict.reason += u" Django's backend line for " + constraintTitle(other) + u" does not count.";
    for (const auto &sign : foreign) {
        const QString reason = u"A sign of " + constraintTitle(other) + u": " + sign.label + u'.';
        verdict.violations.push_back({database, sign.file, sign.line, reason});
    }
    if (expected.empty() && foreign.empty())
        verdict.violations.push_back(missingSign(database));
    return verdict;
}

ConstraintVerdict ormVerdict(const AddedCode &code, Constraint orm)
{
    const auto found = findOrmSigns(code, orm);
    ConstraintVerdict verdict{.constraint = orm, .compliant = !found.empty()};
    verdict.reason = signsSentence(orm, found);
    verdict.evidence = labelsOf(found);
    if (found.empty())
        verdict.violations.push_back(missingSign(orm));
    return verdict;
}

} // namespace

std::vector<ConstraintVerdict> verifyReference(QByteArrayView patch, ConstraintSet constraints)
{
    const auto text = readPatch(patch);
    const AddedCode code(text);
    std::optional<DatabaseSigns> databaseSigns;
    std::vector<ConstraintVerdict> verdicts;
    for (const auto constraint : constraints.toVector()) {
        switch (kindOf(constraint)) {
        case ConstraintKind::Architecture:
            verdicts.push_back(architectureVerdict(text));
            break;
        case ConstraintKind::Database:
            if (!databaseSigns)
                databaseSigns = findDatabaseSigns(code);
            verdicts.push_back(databaseVerdict(*databaseSigns, constraint));
            break;
        case ConstraintKind::Orm:
            verdicts.push_back(ormVerdict(code, constraint));
            break;
        }
    }
    return verdicts;
}

Verifier referenceVerifier()
{
    return {QStringLiteral("reference-1"), verifyReference};
}

} // namespace Decayscope
