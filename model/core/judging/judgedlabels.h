// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <labels/labellog.h>

#include <set>

namespace Decayscope {

/// One time a judge was asked about a run here; also where no answer could be taken.
struct JudgedLabel
{
    QString annotator;
    LabelTarget target;
    Label label; ///< With its record.
    QString time; ///< ISO 8601, UTC.
    QString event;

    [[nodiscard]] int repeat() const { return label.judged ? label.judged->repeat : 0; }

    bool operator==(const JudgedLabel &) const = default;
};

/// The judgements that stand: of each annotator, run and repeat the newest. Sorted by annotator, target, repeat.
[[nodiscard]] std::vector<JudgedLabel> judgedLabels(const LabelLog &log);

/// What makes two judgements one and the same: asked again, there is nothing to learn.
struct JudgementKey
{
    QString annotator;
    LabelTarget target;
    QString model;
    QByteArray promptHash;
    int repeat = 0;

    std::strong_ordering operator<=>(const JudgementKey &other) const;
    bool operator==(const JudgementKey &) const = default;
};

[[nodiscard]] JudgementKey keyOf(const JudgedLabel &judged);

/// The keys of all judgements in a log that stand, invalid ones among them; without the latter where they are to be
/// asked for again.
[[nodiscard]] std::set<JudgementKey> judgementKeys(const LabelLog &log, bool withInvalid);

} // namespace Decayscope
