// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "logview.h"

#include "ansitext.h"
#include "codetext.h"
#include "logtext.h"

#include <widgets/iconbutton.h>
#include <widgets/spacing.h>
#include <widgets/stateoverlay.h>

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QShortcut>
#include <QTextBlock>
#include <QTextDocument>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr qsizetype pageBytes = qsizetype{512} * 1024;

/// Where the page that begins at `start` ends: behind a line, or, of endless lines, at twice the size.
qsizetype pageEnd(const QByteArray &bytes, qsizetype start)
{
    if (bytes.size() - start <= pageBytes)
        return bytes.size();
    const auto feed = QByteArrayView(bytes)
                          .sliced(start + pageBytes)
                          .first(std::min(pageBytes, bytes.size() - start - pageBytes))
                          .indexOf('\n');
    if (feed >= 0)
        return start + pageBytes + feed + 1;
    auto end = std::min(start + 2 * pageBytes, bytes.size());
    for (int back = 0; back < 3 && end < bytes.size() && (static_cast<unsigned char>(bytes[end]) & 0xc0U) == 0x80U;
        ++back)
        --end; // Not inside a character of UTF-8.
    return end;
}

} // namespace

LogView::LogView(QWidget *parent)
    : QWidget(parent)
    , m_text(new LogText(this))
    , m_state(new StateOverlay(m_text))
    , m_path(new QLabel(this))
    , m_search(new QLineEdit(this))
    , m_found(new QLabel(this))
    , m_wrap(new QCheckBox(tr("Wrap lines"), this))
    , m_pageLabel(new QLabel(this))
    , m_earlier(iconButton(QStringLiteral("back"), tr("Earlier page"), this))
    , m_later(iconButton(QStringLiteral("forward"), tr("Later page"), this))
{
    m_search->setPlaceholderText(tr("Find in this log"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_path->setTextFormat(Qt::PlainText);
    m_path->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    layOut();
    connectParts();
    setText({});
}

void LogView::setText(const RunText &log)
{
    m_log = log;
    m_starts.clear();
    for (qsizetype at = 0; at < log.bytes.size(); at = pageEnd(log.bytes, at))
        m_starts.push_back(at);
    const auto path = shownLine(log.path, 300);
    m_path->setText(path);
    m_path->setToolTip(path.toHtmlEscaped());
    m_found->clear();
    showPage(0);
    m_state->setState(!log.bytes.isEmpty() ? ViewState::ready()
            : log.path.isEmpty()           ? ViewState::empty(tr("No log"), tr("This run has no such log."))
                                 : ViewState::empty(tr("Empty log"), tr("The log is there but holds nothing.")));
}

void LogView::findNext()
{
    find(true);
}

void LogView::findPrevious()
{
    find(false);
}

void LogView::focusSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

TextLines LogView::selectedLines() const
{
    if (m_starts.empty())
        return {};
    auto lines = linesOf(*m_text);
    const auto before = linesBefore(m_page);
    lines.first += before;
    lines.last += before;
    return lines;
}

void LogView::showLine(int line)
{
    int page = 0;
    while (page + 1 < pageCount() && linesBefore(page + 1) < line)
        ++page;
    if (line < 1 || m_starts.empty())
        return;
    if (page != m_page)
        showPage(page);
    const auto block = m_text->document()->findBlockByNumber(line - 1 - linesBefore(page));
    if (!block.isValid())
        return;
    m_text->setTextCursor(QTextCursor(block));
    m_text->centerCursor();
}

/// Lines that end before a page begins.
int LogView::linesBefore(int page) const
{
    const auto end = m_starts[static_cast<std::size_t>(page)];
    return static_cast<int>(std::count(m_log.bytes.cbegin(), m_log.bytes.cbegin() + end, '\n'));
}

void LogView::layOut()
{
    auto *head = new QHBoxLayout;
    head->setContentsMargins(Spacing::normal, Spacing::tight, Spacing::normal, Spacing::tight);
    head->setSpacing(Spacing::normal);
    head->addWidget(m_path, 1);
    head->addWidget(m_found);
    head->addWidget(m_search, 2);
    head->addWidget(m_wrap);
    for (auto *part :
        {static_cast<QWidget *>(m_earlier), static_cast<QWidget *>(m_pageLabel), static_cast<QWidget *>(m_later)})
        head->addWidget(part);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_text, 1);
}

void LogView::connectParts()
{
    connect(m_text, &LogText::codeRequested, this, &LogView::codeRequested);
    connect(m_wrap, &QCheckBox::toggled, m_text, &LogText::setWrapped);
    connect(m_search, &QLineEdit::returnPressed, this, &LogView::findNext);
    connect(m_earlier, &QToolButton::clicked, this, [this] { showPage(m_page - 1); });
    connect(m_later, &QToolButton::clicked, this, [this] { showPage(m_page + 1); });
    auto *back = new QShortcut(QKeySequence(Qt::SHIFT | Qt::Key_Return), m_search);
    back->setContext(Qt::WidgetShortcut);
    connect(back, &QShortcut::activated, this, &LogView::findPrevious);
}

void LogView::showPage(int page)
{
    m_page = std::clamp(page, 0, std::max(0, pageCount() - 1));
    m_text->setLog(textOf(m_page));
    for (auto *part :
        {static_cast<QWidget *>(m_earlier), static_cast<QWidget *>(m_pageLabel), static_cast<QWidget *>(m_later)})
        part->setVisible(pageCount() > 1);
    m_pageLabel->setText(tr("Page %1 of %2").arg(m_page + 1).arg(pageCount()));
    m_earlier->setEnabled(m_page > 0);
    m_later->setEnabled(m_page + 1 < pageCount());
}

void LogView::find(bool forward)
{
    const auto words = m_search->text();
    if (words.isEmpty() || m_starts.empty())
        return;
    const auto isFound = m_text->findWords(words, forward) || findInOtherPages(words, forward);
    m_found->setText(isFound ? QString() : tr("not found"));
}

/// The other pages one after the other and at last this one from its other end.
bool LogView::findInOtherPages(const QString &words, bool forward)
{
    const auto count = pageCount();
    for (int tried = 1; tried <= count; ++tried) {
        const auto page = ((m_page + (forward ? tried : -tried)) % count + count) % count;
        if (!withoutAnsi(textOf(page)).contains(words, Qt::CaseInsensitive))
            continue;
        if (page != m_page)
            showPage(page);
        m_text->moveCursor(forward ? QTextCursor::Start : QTextCursor::End);
        return m_text->findWords(words, forward);
    }
    return false;
}

QString LogView::textOf(int page) const
{
    if (page < 0 || page >= pageCount())
        return {};
    const auto start = m_starts[static_cast<size_t>(page)];
    const auto end = page + 1 < pageCount() ? m_starts[static_cast<size_t>(page) + 1] : m_log.bytes.size();
    return QString::fromUtf8(QByteArrayView(m_log.bytes).sliced(start, end - start));
}

} // namespace Decayscope
