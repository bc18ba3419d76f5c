// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <QString>

#include <vector>

class QListWidget;
class QTextBrowser;

namespace Decayscope {

/// A page of the handbook.
struct HandbookPage
{
    QString title;
    QString markdown;
};

/// All pages: those of `:/handbook`, and the one about keys made from the commands.
[[nodiscard]] std::vector<HandbookPage> handbookPages();

/// Every key of the program as Markdown, made from the commands.
[[nodiscard]] QString keysMarkdown();

/// Shows the handbook beside the work: a window of its own that blocks nothing.
class HandbookWindow final : public QDialog
{
    Q_OBJECT

public:
    explicit HandbookWindow(QWidget *parent);

    void showPage(const QString &title);

private:
    std::vector<HandbookPage> m_pages;
    QListWidget *m_titles;
    QTextBrowser *m_text;
};

} // namespace Decayscope
