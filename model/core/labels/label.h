// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "judgerecord.h"

#include <domain/run.h>

#include <QDateTime>

namespace Decayscope {

/// What a label speaks of: a run by its place in the study, whether or not the store has it yet.
struct LabelTarget
{
    QString runtime;
    Configuration configuration;
    QString task;
    int trial = 0;
    QString date; ///< Empty: of the newest date folder, as in the study's label files.

    /// Whether the run is the one meant.
    [[nodiscard]] bool means(const Run &run) const;

    bool operator==(const LabelTarget &) const = default;
    std::strong_ordering operator<=>(const LabelTarget &) const = default;
};

[[nodiscard]] LabelTarget targetOf(const RunKey &key);

/// A place in a run that a label rests on.
struct Evidence
{
    enum class Kind : quint8 { Turn, Assertion, CodeLine, ServerLog, SetupLog, Violation };

    QString id; ///< Made with it; names it when it is removed.
    Kind kind = Kind::Turn;
    QString place; ///< File of code lines and violations, request and assertion of assertions; else empty.
    int turn = -1; ///< 0-based; of turns, and of code as it was at a turn; -1 for the final code.
    int firstLine = 0; ///< 1-based; 0 where lines mean nothing. Of assertions the request's number from 0.
    int lastLine = 0;
    QString quote; ///< What stands there, cut to evidenceQuote characters.

    bool operator==(const Evidence &) const = default;
};

inline constexpr int evidenceQuote = 300;

/// "turn 12", "src/app.js:10–14", "server log:3", … with turns counted from 1.
[[nodiscard]] QString evidenceTitle(const Evidence &evidence);
[[nodiscard]] QString evidenceKindName(Evidence::Kind kind);
[[nodiscard]] std::optional<Evidence::Kind> evidenceKindFromName(QStringView name);

/// One judgement on why a run failed. Also the half-made one that is being made.
struct Label
{
    QString code; ///< Of level 1, such as "logic_error"; empty while none is chosen.
    QString subcode; ///< Of level 2; empty for none.
    QString codebook; ///< The codebook's id and version it was made under.
    int version = 0;
    int confidence = 0; ///< 1 unsure, 2 fairly sure, 3 sure; 0 not said.
    QString memo; ///< Also the reasoning of a judge.
    std::vector<Evidence> evidence;
    bool blind = false; ///< Made while nothing of the run's identity and of others' labels had been shown.
    std::optional<JudgeRecord> judged = std::nullopt; ///< Where a model made it here; absent of all others.

    /// A judge was asked, but no answer of it could be taken: kept as a record, and no label in any table.
    [[nodiscard]] bool isInvalid() const { return judged && !judged->invalid.isEmpty(); }

    bool operator==(const Label &) const = default;
};

} // namespace Decayscope
