// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labeljournal.h"

#include <algorithm>
#include <atomic>

namespace Decayscope {

namespace {

/// Whether nobody but the journal holds it. Readers in other threads that have let go are done before it is changed.
template <typename Shared>
bool isHeldBy(const std::shared_ptr<Shared> &shared, long holders)
{
    const bool isSo = shared.use_count() == holders;
    std::atomic_thread_fence(std::memory_order_acquire);
    return isSo;
}

} // namespace

/// The log to write to: the one in the book, where nobody else looks at that.
LabelLog &LabelJournal::writableLog()
{
    const bool isInBook = m_book && m_book->log == m_log;
    const bool isOurs = isInBook ? isHeldBy(m_book, 1) && isHeldBy(m_log, 2) : isHeldBy(m_log, 1);
    if (!isOurs)
        m_log = std::make_shared<LabelLog>(*m_log);
    return *m_log;
}

void LabelJournal::touch(const LabelEvent &event)
{
    if (std::holds_alternative<Adjudicated>(event.action) || std::holds_alternative<Undone>(event.action)
        || std::holds_alternative<Redone>(event.action))
        m_touched.emplace(adjudicatedName, event.item);
    m_touched.emplace(event.annotator, event.item);
    m_isAllTouched = m_isAllTouched || event.item.sample.isEmpty();
}

void LabelJournal::tellChange()
{
    ++m_revision;
    emit changed();
}

LabelBook &LabelJournal::writableBook() const
{
    if (!m_book)
        m_book = std::make_shared<LabelBook>();
    else if (!isHeldBy(m_book, 1))
        m_book = std::make_shared<LabelBook>(*m_book);
    return *m_book;
}

std::shared_ptr<const LabelBook> LabelJournal::book() const
{
    if (m_book && m_book->revision == m_revision)
        return m_book;
    auto &book = writableBook();
    book.log = m_log;
    if (book.samples.size() != m_samples.size())
        book.samples = m_samples;
    if (book.codebooks.size() != m_codebooks.size())
        book.codebooks = m_codebooks;
    updateRows(book);
    book.revision = m_revision;
    return m_book;
}

/// Only the rows of items that were touched are made anew, where that will do.
void LabelJournal::updateRows(LabelBook &book) const
{
    if (!m_targets)
        m_targets = std::make_unique<RunTargets>(m_study->runs);
    const LabelRows maker(*m_log, book.samples, *m_targets);
    if (m_isAllTouched) {
        book.rows = maker.all();
    } else {
        std::erase_if(book.rows, [&](const LabelRow &row) { return m_touched.contains({row.annotator, row.item}); });
        for (const auto &[annotator, item] : m_touched) {
            if (const auto row = maker.row(annotator, item))
                book.rows.insert(std::ranges::upper_bound(book.rows, *row, isBeforeInBook), *row);
        }
    }
    m_touched.clear();
    m_isAllTouched = false;
}

} // namespace Decayscope
