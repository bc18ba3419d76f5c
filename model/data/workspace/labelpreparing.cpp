// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labeljournal.h"

#include <algorithm>

namespace Decayscope {

namespace {

constexpr qsizetype longestName = 200;

/// Occurrences of an item that a sample holds at the usual most, and that an event may name.
constexpr int usualOccurrences = 2;
constexpr int mostOccurrences = 1000;

std::unexpected<Error> invalid(const QString &sentence)
{
    return failure(ErrorKind::InvalidInput, sentence);
}

Result<> checkAnnotator(const QString &name)
{
    const auto isControl = [](QChar c) { return c.category() == QChar::Other_Control; };
    if (name.trimmed().isEmpty() || name.size() > longestName || std::ranges::any_of(name, isControl))
        return invalid(QStringLiteral("Say who labels: an annotator's name is one line of at most 200 characters."));
    if (name == adjudicatedName)
        return invalid(u"\"" % name % u"\" stands for what adjudication decided. Choose another annotator's name.");
    return {};
}

Label *labelIn(LabelAction &action)
{
    if (auto *committed = std::get_if<Committed>(&action))
        return &committed->label;
    if (auto *adjudicated = std::get_if<Adjudicated>(&action))
        return &adjudicated->label;
    return nullptr;
}

/// The event that an action speaks of; nothing where it speaks of none.
const QString *eventMeant(const LabelAction &action)
{
    if (const auto *reverted = std::get_if<Reverted>(&action))
        return &reverted->event;
    if (const auto *undone = std::get_if<Undone>(&action))
        return &undone->event;
    if (const auto *redone = std::get_if<Redone>(&action))
        return &redone->event;
    return nullptr;
}

Result<> checkMeant(const LabelEvent &event, const LabelLog &log)
{
    const auto *id = eventMeant(event.action);
    const auto *meant = id ? log.find(*id) : nullptr;
    if (id && (!meant || meant->annotator != event.annotator || meant->item != event.item))
        return invalid(QStringLiteral("There is no such event of this annotator and item to go back to."));
    if (std::holds_alternative<Reverted>(event.action) && !std::holds_alternative<Committed>(meant->action))
        return invalid(QStringLiteral("Only to a label that was made can an item go back."));
    return {};
}

} // namespace

/// An event as it may be written: everything checked, the label complete.
Result<LabelEvent> LabelJournal::prepared(const LabelEvent &event) const
{
    if (!m_writing)
        return failure(ErrorKind::ReadOnly,
            u"The study \"" % m_study->path % u"\" is read-only. Open a copy that you may change to label it.");
    if (auto fit = checkAnnotator(event.annotator).and_then([&] { return checkMeant(event, *m_log); }); !fit)
        return std::unexpected(std::move(fit.error()));
    if (std::holds_alternative<Imported>(event.action))
        return invalid(QStringLiteral("Labels of files are merged, not recorded."));
    const auto sample = std::ranges::find(m_samples, event.item.sample, &Sample::id);
    const bool isOutside = event.item == ItemKey() && event.target != LabelTarget();
    const bool isInside = sample != m_samples.end() && event.item.item >= 0
        && event.item.item < std::ssize(sample->items) && event.item.occurrence >= 0
        && event.item.occurrence < mostOccurrences;
    if (!isOutside && !isInside)
        return invalid(QStringLiteral("There is no such item in the samples of this study."));
    auto ready = event;
    if (auto *label = labelIn(ready.action)) {
        if (auto fit = prepareLabel(event, *label); !fit)
            return std::unexpected(std::move(fit.error()));
    }
    return labelEventFromJson(labelEventJson(ready));
}

/// Fills in the codebook of the sample, takes back what is not blind, and asks the codebook's rules.
Result<> LabelJournal::prepareLabel(const LabelEvent &event, Label &label) const
{
    const LabelBook books{.rows = {}, .codebooks = m_codebooks, .samples = {}, .log = {}, .revision = 0};
    const auto sample = std::ranges::find(m_samples, event.item.sample, &Sample::id);
    const bool hasSample = sample != m_samples.end();
    if (label.codebook.isEmpty()) {
        label.codebook = hasSample ? sample->codebook : studyCodebook().id;
        label.version = hasSample ? sample->codebookVersion : 0;
    }
    const auto *codebook = books.codebook(label.codebook, label.version);
    if (!codebook)
        return invalid(u"The codebook \"" % label.codebook % u"\", version " % QString::number(label.version)
            % u", is not in this study.");
    label.version = codebook->version;
    label.blind = label.blind && hasSample && sample->design.blind && std::holds_alternative<Committed>(event.action)
        && !wasRevealed(event.annotator, event.item);
    const auto problems = problemsOf(label, *codebook);
    return problems.isEmpty() ? Result<>() : invalid(problems.join(u' '));
}

/// A repeat shows the same run: what was shown of one occurrence is known of all.
bool LabelJournal::wasRevealed(const QString &annotator, const ItemKey &item) const
{
    for (int occurrence = 0; occurrence < std::max(usualOccurrences, item.occurrence + 1); ++occurrence) {
        if (m_log->state(annotator, {item.sample, item.item, occurrence}).isRevealed)
            return true;
    }
    return false;
}

} // namespace Decayscope
