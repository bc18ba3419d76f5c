// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "codepopup.h"

#include "keepkeys.h"
#include "labelwords.h"

#include <QLineEdit>

#include <algorithm>

namespace Decayscope {

CodePopup::CodePopup(QWidget *window)
    : PickPopup(tr("Choose a code by its words"), window)
{
    for (auto *query : findChildren<QLineEdit *>())
        keepKeys(query, {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Escape, Qt::Key_Up, Qt::Key_Down});
}

void CodePopup::setCodebook(const Codebook &book)
{
    m_all.clear();
    for (const auto *code : book.offered()) {
        offer(*code, {});
        for (const auto *child : book.offered(code->id))
            offer(*child, codeTitle(*code));
    }
}

void CodePopup::offer(const Code &code, const QString &parentTitle)
{
    const auto title = codeTitle(code);
    m_all.push_back({.text = parentTitle.isEmpty() ? title : QString(parentTitle % u" › " % title),
        .tip = oneLine(code.definition),
        .icon = {},
        .data = code.id});
}

/// Those whose own title begins with the words come first.
std::vector<PickPopup::Pick> CodePopup::picksFor(const QString &words) const
{
    std::vector<Pick> picks;
    std::ranges::copy_if(
        m_all, std::back_inserter(picks), [&](const Pick &pick) { return mentions(pick.text, words); });
    const auto begins = [&](const Pick &pick) {
        const auto own = QStringView(pick.text).sliced(pick.text.lastIndexOf(u'›') + 1).trimmed();
        return own.startsWith(words.trimmed(), Qt::CaseInsensitive);
    };
    std::ranges::stable_partition(picks, begins);
    return picks;
}

void CodePopup::choose(const Pick &pick)
{
    emit picked(pick.data.toString());
}

} // namespace Decayscope
