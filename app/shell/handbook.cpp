// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "handbook.h"

#include "commands.h"

#include <tables/valuedelegate.h>
#include <widgets/spacing.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QHBoxLayout>
#include <QListWidget>
#include <QTextBrowser>

#include <algorithm>
#include <array>
#include <utility>

namespace Decayscope {

namespace {

struct OtherKey
{
    const char *keys;
    const char *what;
};

constexpr std::array otherKeys{
    OtherKey{QT_TRANSLATE_NOOP("Decayscope::Handbook", "Left, Right"),
        QT_TRANSLATE_NOOP("Decayscope::Handbook", "In a chart: the point before and after")},
    OtherKey{QT_TRANSLATE_NOOP("Decayscope::Handbook", "Up, Down"),
        QT_TRANSLATE_NOOP("Decayscope::Handbook", "In a chart: the series before and after")},
    OtherKey{QT_TRANSLATE_NOOP("Decayscope::Handbook", "Enter"),
        QT_TRANSLATE_NOOP("Decayscope::Handbook", "In a chart or table: the runs behind the point or cell")},
    OtherKey{QT_TRANSLATE_NOOP("Decayscope::Handbook", "Ctrl+C"),
        QT_TRANSLATE_NOOP("Decayscope::Handbook", "In a table: copy the selection for a spreadsheet")},
    OtherKey{QT_TRANSLATE_NOOP("Decayscope::Handbook", "Delete"),
        QT_TRANSLATE_NOOP("Decayscope::Handbook", "On a filter chip: take it away")},
    OtherKey{QT_TRANSLATE_NOOP("Decayscope::Handbook", "Space"),
        QT_TRANSLATE_NOOP("Decayscope::Handbook", "In a list of filter values: choose a value")},
};

QString say(const char *text)
{
    return QCoreApplication::translate("Decayscope::Handbook", text);
}

QString keyTable(const QString &title, const QStringList &rows)
{
    return QStringLiteral("\n## %1\n\n| %2 | %3 |\n|:--|:--|\n%4\n")
        .arg(title, say("Key"), say("What it does"), rows.join(u'\n'));
}

} // namespace

QString keysMarkdown()
{
    auto text = QStringLiteral("# %1\n").arg(say("Keys"));
    for (const auto menu : allCommandMenus) {
        QStringList rows;
        for (const auto &row : commandRows()) {
            if (row.menu == menu && row.keys[0] != '\0')
                rows << QStringLiteral("| %1 | %2 |")
                            .arg(QKeySequence::listToString(commandKeys(row), QKeySequence::NativeText)
                                     .replace(u';', u','),
                                commandTip(row));
        }
        text += keyTable(menuTitle(menu), rows);
    }
    QStringList rows;
    for (const auto &other : otherKeys)
        rows << QStringLiteral("| %1 | %2 |").arg(say(other.keys), say(other.what));
    return text + keyTable(say("Inside a view"), rows);
}

std::vector<HandbookPage> handbookPages()
{
    std::vector<HandbookPage> pages;
    const QDir folder(QStringLiteral(":/handbook"));
    auto names = folder.entryList({QStringLiteral("*.md")}, QDir::Files);
    std::ranges::sort(names, {}, [](const QString &name) { return name.section(u'-', 0, 0).toInt(); });
    for (const auto &name : std::as_const(names)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const auto text = QString::fromUtf8(file.readAll());
        const auto start = text.indexOf(u"# ") + 2; // The licence stands in a comment above the title.
        pages.push_back({text.sliced(start, text.indexOf(u'\n', start) - start), text.sliced(start - 2)});
    }
    pages.push_back({say("Keys"), keysMarkdown()});
    return pages;
}

HandbookWindow::HandbookWindow(QWidget *parent)
    : QDialog(parent)
    , m_pages(handbookPages())
    , m_titles(new QListWidget(this))
    , m_text(new QTextBrowser(this))
{
    setWindowTitle(tr("Handbook"));
    resize(860, 640);
    m_titles->setAccessibleName(tr("Pages of the handbook"));
    m_titles->setFrameShape(QFrame::NoFrame);
    m_titles->setFixedWidth(200);
    m_titles->setItemDelegate(new ValueDelegate(this));
    m_text->setAccessibleName(tr("Page of the handbook"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    m_text->document()->setDocumentMargin(Spacing::section);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_titles);
    layout->addWidget(m_text, 1);
    for (const auto &page : m_pages)
        m_titles->addItem(page.title);
    connect(m_titles, &QListWidget::currentRowChanged, this,
        [this](int row) { m_text->setMarkdown(m_pages[static_cast<std::size_t>(row)].markdown); });
    m_titles->setCurrentRow(0);
}

void HandbookWindow::showPage(const QString &title)
{
    if (const auto found = m_titles->findItems(title, Qt::MatchExactly); !found.isEmpty())
        m_titles->setCurrentItem(found.first());
    show();
    raise();
    activateWindow();
}

} // namespace Decayscope
