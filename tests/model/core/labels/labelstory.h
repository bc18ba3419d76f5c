// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <labels/labelbook.h>

namespace Decayscope::Test {

/// Events in words, numbered and chained as a store does it: `story.does("ada", 3, Chosen{u"other"_s})`. A second of
/// the story's clock goes by with each.
class LabelStory
{
public:
    /// What somebody did with an item of the sample "round-1"; the event's id.
    QString does(const QString &annotator, int item, LabelAction action, int occurrence = 0);

    /// The same with everything said; streams are named by hand where one annotator has several.
    QString does(const QString &annotator, const ItemKey &item, const LabelTarget &target, LabelAction action,
        const QString &stream = {});

    void wait(int seconds) { m_clock += seconds; } ///< Also backwards.

    [[nodiscard]] const std::vector<LabelEvent> &events() const { return m_events; }
    [[nodiscard]] LabelLog log() const;

private:
    std::vector<LabelEvent> m_events;
    int m_clock = 0;
};

/// A complete label of the study's codebook.
[[nodiscard]] Label aLabel(const QString &code, const QString &subcode = {}, bool blind = true);

/// "logic_error/auth_misconfiguration"
[[nodiscard]] QString printed(const Label &label);
/// Draft, committed label and marks of an item in one line.
[[nodiscard]] QString printed(const ItemState &state);
/// Annotator, place, label, one a line.
[[nodiscard]] QStringList printed(const std::vector<LabelRow> &rows);

[[nodiscard]] LabelTarget target(const QString &model, int trial, const QString &task = QStringLiteral("task"));

/// A frozen blind sample of so many runs of gpt-x, with a queue for each annotator.
[[nodiscard]] Sample aSample(int items, const QStringList &annotators, bool blind = true);

} // namespace Decayscope::Test
