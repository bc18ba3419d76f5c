// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "textlines.h"

#include <domain/runreading.h>

#include <QWidget>

#include <vector>

class QCheckBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace Decayscope {

class LogText;
class StateOverlay;

/// A log with its stack traces as links. Long logs come in pages.
class LogView final : public QWidget
{
    Q_OBJECT

public:
    explicit LogView(QWidget *parent = nullptr);

    void setText(const RunText &log);

    /// Looks for the words of the search box from the cursor on, over all pages, round at the ends, without regard to
    /// case.
    void findNext();
    void findPrevious();
    void focusSearch();

    /// The lines under the selection or the cursor, counted over all pages.
    [[nodiscard]] TextLines selectedLines() const;
    void showLine(int line); ///< 1-based; a line that is not there changes nothing.

    [[nodiscard]] int page() const { return m_page; } ///< 0-based.
    [[nodiscard]] int pageCount() const { return static_cast<int>(m_starts.size()); }

signals:
    void codeRequested(const QString &path, int line);

private:
    void layOut();
    void connectParts();
    void showPage(int page);
    void find(bool forward);
    bool findInOtherPages(const QString &words, bool forward);
    [[nodiscard]] QString textOf(int page) const;
    [[nodiscard]] int linesBefore(int page) const;

    RunText m_log;
    std::vector<qsizetype> m_starts; ///< Of each page in the log's bytes, mostly at the beginnings of lines.
    int m_page = 0;
    LogText *m_text;
    StateOverlay *m_state;
    QLabel *m_path;
    QLineEdit *m_search;
    QLabel *m_found;
    QCheckBox *m_wrap;
    QLabel *m_pageLabel;
    QToolButton *m_earlier;
    QToolButton *m_later;
};

} // namespace Decayscope
