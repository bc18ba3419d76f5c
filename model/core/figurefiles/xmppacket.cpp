// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "xmppacket.h"

#include "payloadparts.h"

#include <QXmlStreamWriter>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

const QString rdf = u"http://www.w3.org/1999/02/22-rdf-syntax-ns#"_s;
const QString dublinCore = u"http://purl.org/dc/elements/1.1/"_s;
const QString xmpBasic = u"http://ns.adobe.com/xap/1.0/"_s;
const QString figureTerms = u"urn:decayscope:figure:1"_s;

/// A text in the default language, as titles and descriptions are.
void writeAlternative(QXmlStreamWriter &writer, const QString &name, const QString &text)
{
    writer.writeStartElement(dublinCore, name);
    writer.writeStartElement(rdf, u"Alt"_s);
    writer.writeStartElement(rdf, u"li"_s);
    writer.writeAttribute(u"xml:lang"_s, u"x-default"_s);
    writer.writeCharacters(textForXml(text));
    for (int i = 0; i < 3; ++i)
        writer.writeEndElement();
}

void writeDescription(QXmlStreamWriter &writer, const FigurePayload &payload, const FigureTitle &title)
{
    writer.writeStartElement(rdf, u"Description"_s);
    writer.writeAttribute(rdf, u"about"_s, QString());
    writer.writeTextElement(dublinCore, u"format"_s, u"application/pdf"_s);
    writeAlternative(writer, u"title"_s, title.title);
    writeAlternative(writer, u"description"_s, title.summary);
    writer.writeTextElement(xmpBasic, u"CreatorTool"_s, textForXml(title.program));
    if (title.made.isValid()) {
        for (const auto &name : {u"CreateDate"_s, u"ModifyDate"_s, u"MetadataDate"_s})
            writer.writeTextElement(xmpBasic, name, isoTime(title));
    }
    writer.writeTextElement(figureTerms, u"provenance"_s, textForXml(QString::fromUtf8(payload.provenance)));
    writer.writeEndElement();
}

} // namespace

QByteArray xmpPacket(const FigurePayload &payload, const FigureTitle &title)
{
    QByteArray xml;
    QXmlStreamWriter writer(&xml);
    const auto metadata = u"adobe:ns:meta/"_s;
    writer.writeNamespace(metadata, u"x"_s);
    writer.writeStartElement(metadata, u"xmpmeta"_s);
    writer.writeNamespace(rdf, u"rdf"_s);
    writer.writeNamespace(dublinCore, u"dc"_s);
    writer.writeNamespace(xmpBasic, u"xmp"_s);
    writer.writeNamespace(figureTerms, u"figure"_s);
    writer.writeStartElement(rdf, u"RDF"_s);
    writeDescription(writer, payload, title);
    writer.writeEndElement();
    writer.writeEndElement();
    return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" + xml + "\n<?xpacket end=\"r\"?>\n";
}

} // namespace Decayscope
