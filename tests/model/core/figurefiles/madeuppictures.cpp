// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "madeuppictures.h"

namespace Decayscope::Test {

QByteArray pdfOf(const QByteArrayList &objects, const QByteArray &trailer)
{
    QByteArray pdf("%PDF-1.4\n");
    QByteArray table("0000000000 65535 f \n");
    for (qsizetype i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(pdf.size()).rightJustified(10, '0') + " 00000 n \n";
        pdf += QByteArray::number(i + 1) + " 0 obj\n" + objects.at(i) + "\nendobj\n";
    }
    const auto size = QByteArray::number(objects.size() + 1);
    const auto start = QByteArray::number(pdf.size());
    return pdf + "xref\n0 " + size + "\n" + table + "trailer\n<< /Size " + size + " /Root 1 0 R " + trailer
        + " >>\nstartxref\n" + start + "\n%%EOF\n";
}

QByteArray onePagePdf(const QByteArray &content, const QByteArray &font)
{
    const QByteArray resources = font.isEmpty() ? "<< >>" : "<< /Font << /F1 5 0 R >> >>";
    QByteArrayList objects{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R /Resources " + resources + " >>",
        "<< /Length " + QByteArray::number(content.size()) + " >>\nstream\n" + content + "\nendstream"};
    if (!font.isEmpty())
        objects.append(font);
    return pdfOf(objects, "/Info << /Author (somebody-else) /Producer (Somebody) >>");
}

QByteArray onePixelPng()
{
    return QByteArray::fromBase64("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAAB3RJTUUH5gEBAAAAiRUc6gAAABR0RVh0"
                                  "QXV0aG9yAHNvbWVib2R5LWVsc2XfQJhQAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg=="
                                  "");
}

} // namespace Decayscope::Test
