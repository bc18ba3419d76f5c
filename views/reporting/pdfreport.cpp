// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pdfreport.h"

#include "paperreport.h"
#include "reportlook.h"

#include <printing/paperfonts.h>
#include <printing/paperunits.h>
#include <printing/pdftimes.h>
#include <printing/steadyhashes.h>

#include <QBuffer>
#include <QPageLayout>
#include <QPdfWriter>
#include <QUuid>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

void prepare(QPdfWriter &writer, const ReportDocument &report)
{
    writer.setPdfVersion(QPdfWriter::PdfVersion_1_6);
    writer.setResolution(paperUnitsPerInch);
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, {}, QPageLayout::Point));
    writer.setTitle(report.title);
    writer.setCreator(report.program);
    writer.setDocumentId(QUuid());
}

} // namespace

Result<QByteArray> pdfReport(const ReportDocument &report, const Progress &progress)
{
    if (const auto problem = fontProblem(reportFont.toString()))
        return failure(ErrorKind::NotFound, *problem);
    const auto pages = paperPages(report, progress);
    if (!pages)
        return std::unexpected(pages.error());
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    {
        const SteadyHashes steady;
        QPdfWriter writer(&buffer);
        prepare(writer, report);
        QPainter painter;
        if (!painter.begin(&writer))
            return failure(ErrorKind::Internal, u"The report could not be written as PDF."_s);
        for (std::size_t i = 0; i < pages->size(); ++i) {
            if (progress.isCancelled())
                return cancelled();
            if (i > 0)
                writer.newPage();
            for (const auto &paint : (*pages)[i])
                paint(painter);
        }
    }
    return withoutTimes(std::move(pdf));
}

} // namespace Decayscope
