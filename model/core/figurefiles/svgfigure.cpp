// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "payloadparts.h"
#include "pictureformats.h"
#include "zlibpacking.h"

#include <QXmlStreamReader>
#include <QXmlStreamWriter>

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

const QString figureNamespace = u"urn:decayscope:figure:1"_s;
constexpr std::array describingElements{QStringView(u"title"), QStringView(u"desc"), QStringView(u"metadata")};

void writeDescription(QXmlStreamWriter &writer, const FigurePayload &payload, const FigureTitle &title)
{
    writer.writeTextElement(u"title"_s, textForXml(title.title));
    writer.writeTextElement(u"desc"_s, textForXml(title.summary));
    writer.writeStartElement(u"metadata"_s);
    writer.writeNamespace(figureNamespace, u"figure"_s);
    writer.writeStartElement(figureNamespace, u"made"_s);
    writer.writeAttribute(u"program"_s, textForXml(title.program));
    writer.writeAttribute(u"time"_s, isoTime(title));
    writer.writeEndElement();
    for (const auto &part : payloadParts) {
        writer.writeStartElement(figureNamespace, u"document"_s);
        writer.writeAttribute(u"name"_s, QLatin1StringView(part.name));
        writer.writeAttribute(u"type"_s, QLatin1StringView(part.mimeType));
        writer.writeAttribute(u"encoding"_s, u"zlib base64"_s);
        writer.writeCharacters(QString::fromLatin1(zlibPacked(payload.*part.document).toBase64()));
        writer.writeEndElement();
    }
    writer.writeEndElement();
}

/// Copies the picture; what described it before stays behind.
class SvgCopy
{
public:
    SvgCopy(const QByteArray &picture, const FigurePayload &payload, const FigureTitle &title)
        : m_reader(picture)
        , m_payload(payload)
        , m_title(title)
    { }

    [[nodiscard]] Result<QByteArray> made()
    {
        QByteArray bytes;
        QXmlStreamWriter writer(&bytes);
        while (!m_reader.atEnd()) {
            m_reader.readNext();
            if (!m_reader.hasError())
                copyToken(writer);
        }
        if (m_reader.hasError() || !m_isDescribed)
            return damagedPicture(m_reader.hasError() ? m_reader.errorString() : u"no SVG"_s);
        return bytes;
    }

private:
    void copyToken(QXmlStreamWriter &writer)
    {
        if (m_reader.isStartElement() && m_depth == 1 && describingElementStarts()) {
            m_reader.skipCurrentElement();
            return;
        }
        writer.writeCurrentToken(m_reader);
        if (m_reader.isStartElement() && ++m_depth == 1 && m_reader.name() == u"svg") {
            writeDescription(writer, m_payload, m_title);
            m_isDescribed = true;
        }
        if (m_reader.isEndElement())
            --m_depth;
    }

    [[nodiscard]] bool describingElementStarts() const
    {
        return std::ranges::find(describingElements, m_reader.name()) != describingElements.end();
    }

    QXmlStreamReader m_reader;
    const FigurePayload &m_payload;
    const FigureTitle &m_title;
    int m_depth = 0;
    bool m_isDescribed = false;
};

std::optional<QByteArray> documentIn(const QString &base64)
{
    const auto packed = QByteArray::fromBase64Encoding(
        base64.simplified().remove(u' ').toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    return packed ? zlibUnpacked(*packed, longestFigureDocument) : std::nullopt;
}

} // namespace

Result<QByteArray> svgWithPayload(const QByteArray &picture, const FigurePayload &payload, const FigureTitle &title)
{
    return SvgCopy(picture, payload, title).made();
}

Result<FigurePayload> payloadOfSvg(const QByteArray &bytes)
{
    QXmlStreamReader reader(bytes);
    FigurePayload payload;
    if (!reader.readNextStartElement() || reader.name() != u"svg")
        return failure(ErrorKind::InvalidInput, u"It is neither a figure nor a recipe."_s, reader.errorString());
    while (!reader.atEnd()) {
        reader.readNext();
        if (!reader.isStartElement() || reader.namespaceUri() != figureNamespace || reader.name() != u"document")
            continue;
        const auto *part = payloadPartNamed(reader.attributes().value(u"name").toLatin1());
        if (part == nullptr)
            continue;
        auto document = documentIn(reader.readElementText(QXmlStreamReader::SkipChildElements));
        if (!document)
            return failure(ErrorKind::Damaged,
                u"Its part \"%1\" is damaged or larger than 16 MB."_s.arg(QLatin1StringView(part->name)));
        payload.*part->document = std::move(*document);
    }
    if (reader.hasError())
        return failure(ErrorKind::Damaged, u"It is no sound SVG picture."_s, reader.errorString());
    return payload;
}

} // namespace Decayscope
