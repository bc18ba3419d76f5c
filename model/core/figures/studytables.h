// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tablebuilder.h"

namespace Decayscope {

struct AgreementRequest;
struct TokenUse;
struct VerifierImpact;

// The makers of the catalogue's tables; method.md defines their numbers, cli.md their keys.

[[nodiscard]] TableSpec decayTable(const StudySnapshot &study, const TableOptions &options);
[[nodiscard]] TableSpec decayRawTable(const StudySnapshot &study, const TableOptions &options);
[[nodiscard]] TableSpec marginalEffectsTable(const StudySnapshot &study, const TableOptions &options);
[[nodiscard]] TableSpec featureTable(const StudySnapshot &study, const TableOptions &options);
[[nodiscard]] TableSpec frameworksTable(const StudySnapshot &study, const TableOptions &options);
[[nodiscard]] TableSpec sensitivityTable(const StudySnapshot &study, const TableOptions &options);
[[nodiscard]] TableSpec verifierImpactTable(const StudySnapshot &study, const TableOptions &options);
[[nodiscard]] TableSpec verifierModesTable(const StudySnapshot &study, const TableOptions &options);
[[nodiscard]] TableSpec subsetTable(const StudySnapshot &study, const TableOptions &options);
[[nodiscard]] TableSpec terminationTable(const StudySnapshot &study, const TableOptions &options);
[[nodiscard]] TableSpec coverageTable(const StudySnapshot &study, const TableOptions &options);
[[nodiscard]] TableSpec tokensTable(const StudySnapshot &study, const TableOptions &options);
[[nodiscard]] TableSpec taxonomyTable(const StudySnapshot &study, const TableOptions &options);
[[nodiscard]] TableSpec agreementTable(const StudySnapshot &study, const TableOptions &options);
[[nodiscard]] TableSpec differencesTable(const StudySnapshot &study, const TableOptions &options);

/// NotFound for an annotator who is asked for and has no labels, InvalidInput for one against themselves.
[[nodiscard]] std::optional<Error> agreementRefusal(const TableOptions &options);

/// Sentences that several tables and figures share.
[[nodiscard]] QString assertionsNote(ScoreMode mode);
[[nodiscard]] QString passNote(ScoreMode mode);
[[nodiscard]] QString frameworkIntervalNote(QStringView sign = u"Brackets"); ///< What shows the interval.
[[nodiscard]] QStringList impactNotes(const VerifierImpact &impact);
[[nodiscard]] QStringList subsetNotes(const TableOptions &options);
[[nodiscard]] QStringList tokenNotes(const std::vector<TokenUse> &rows, bool hasUsages);

/// Who is compared: those asked for, else the first who labelled by hand with the judge or the next.
[[nodiscard]] AgreementRequest agreementRequestOf(const TableOptions &options);

/// A sentence as a phrase of a card.
[[nodiscard]] QString withoutStop(QString sentence);

/// The card of A% by level, without counts and exclusions; its interval is that of means over tasks.
[[nodiscard]] EstimatorCard levelCard(ScoreMode mode);

/// The card of numbers without an interval, without counts and exclusions.
[[nodiscard]] EstimatorCard plainCard(const QString &estimator, const QString &unit);

} // namespace Decayscope
