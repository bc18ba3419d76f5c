// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "textlines.h"

#include <QPlainTextEdit>
#include <QTextBlock>

namespace Decayscope {

TextLines linesOf(const QPlainTextEdit &view)
{
    const auto cursor = view.textCursor();
    const auto *document = view.document();
    const auto first = document->findBlock(cursor.selectionStart());
    auto last = document->findBlock(cursor.selectionEnd());
    if (last.blockNumber() > first.blockNumber() && last.position() == cursor.selectionEnd())
        last = last.previous(); // The selection ends before its first character.
    const auto text
        = cursor.hasSelection() ? cursor.selectedText().replace(QChar::ParagraphSeparator, u'\n') : first.text();
    return {first.blockNumber() + 1, last.blockNumber() + 1, text};
}

} // namespace Decayscope
