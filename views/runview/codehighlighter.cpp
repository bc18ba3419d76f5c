// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "codehighlighter.h"

#include "hues.h"

#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>
#include <KSyntaxHighlighting/Theme>
#include <utility>

namespace Decayscope {

namespace {

constexpr int sliceLines = 400;
constexpr qsizetype sliceCharacters = 24'000;

/// Languages and themes; one for all views, since reading their index takes a while.
KSyntaxHighlighting::Repository &syntaxRepository()
{
    static KSyntaxHighlighting::Repository shared;
    return shared;
}

} // namespace

/// Turns what the syntax library finds in a line into formats of its block.
class CodeHighlighter::Engine final : public KSyntaxHighlighting::AbstractHighlighter
{
public:
    Engine(const KSyntaxHighlighting::Definition &definition, const QPalette &palette)
        : m_palette(palette)
    {
        setDefinition(definition);
        setTheme(syntaxRepository().themeForPalette(palette));
    }

    [[nodiscard]] QList<QTextLayout::FormatRange> formatsOf(const QString &line)
    {
        m_formats.clear();
        m_state = highlightLine(line, m_state);
        return std::move(m_formats);
    }

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        if (length <= 0 || format.isDefaultTextStyle(theme()))
            return;
        QTextLayout::FormatRange range;
        range.start = offset;
        range.length = length;
        if (format.hasTextColor(theme()))
            range.format.setForeground(readableOn(format.textColor(theme()), m_palette.color(QPalette::Base)));
        if (format.isBold(theme()))
            range.format.setFontWeight(QFont::Bold);
        range.format.setFontItalic(format.isItalic(theme()));
        m_formats.append(range);
    }

private:
    QPalette m_palette;
    KSyntaxHighlighting::State m_state;
    QList<QTextLayout::FormatRange> m_formats;
};

CodeHighlighter::CodeHighlighter(QTextDocument *document)
    : QObject(document)
    , m_document(document)
{
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &CodeHighlighter::colourSlice);
}

CodeHighlighter::~CodeHighlighter() = default;

void CodeHighlighter::start(const QString &fileName, const QPalette &palette, std::function<bool(int)> isCode)
{
    stop();
    const auto name = fileName.section(u'/', -1).left(255);
    const auto definition = syntaxRepository().definitionForFileName(name);
    if (!definition.isValid() || m_document->isEmpty())
        return;
    m_engine = std::make_unique<Engine>(definition, palette);
    m_isCode = std::move(isCode);
    m_next = 0;
    m_timer.start();
}

void CodeHighlighter::stop()
{
    m_timer.stop();
    m_engine.reset();
}

void CodeHighlighter::colourSlice()
{
    auto block = m_document->findBlockByNumber(m_next);
    const auto from = block.isValid() ? block.position() : 0;
    qsizetype characters = 0;
    int end = from;
    for (int line = 0; block.isValid() && line < sliceLines && characters < sliceCharacters; ++line) {
        const auto text = block.text();
        if (m_isCode(m_next))
            block.layout()->setFormats(m_engine->formatsOf(text));
        characters += text.size() + 1;
        end = block.position() + block.length();
        block = block.next();
        ++m_next;
    }
    m_document->markContentsDirty(from, end - from);
    if (block.isValid())
        return;
    stop();
    emit finished();
}

} // namespace Decayscope
