// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

class QPalette;
class QTextDocument;

namespace Decayscope {

/// Colours the code of a document from top to bottom in small slices, so that the view never waits for it.
class CodeHighlighter final : public QObject
{
    Q_OBJECT

public:
    explicit CodeHighlighter(QTextDocument *document);
    ~CodeHighlighter() override;

    /// Begins anew for the document's text, with the language that the file's name tells. Nothing is coloured where
    /// the language is unknown. `isCode` tells which blocks are lines of code.
    void start(const QString &fileName, const QPalette &palette, std::function<bool(int)> isCode);
    void stop();

    [[nodiscard]] bool isBusy() const { return m_timer.isActive(); }

signals:
    void finished();

private:
    class Engine;

    void colourSlice();

    QTextDocument *m_document;
    std::unique_ptr<Engine> m_engine;
    std::function<bool(int)> m_isCode;
    QTimer m_timer;
    int m_next = 0; ///< The first block without colours.
};

} // namespace Decayscope
