// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "csvtable.h"

#include <csv.h>

namespace Decayscope {

namespace {

struct Collector
{
    std::vector<QList<QByteArray>> records;
    QList<QByteArray> record;
};

void takeField(void *bytes, std::size_t size, void *collector)
{
    static_cast<Collector *>(collector)->record.append(
        QByteArray(static_cast<const char *>(bytes), static_cast<qsizetype>(size)));
}

void takeRecord(int, void *data)
{
    auto *collector = static_cast<Collector *>(data);
    collector->records.push_back(std::exchange(collector->record, {}));
}

} // namespace

std::vector<QList<QByteArray>> csvRecords(QByteArrayView text)
{
    Collector collector;
    csv_parser parser;
    if (csv_init(&parser, 0) != 0)
        return {};
    csv_parse(&parser, text.data(), static_cast<std::size_t>(text.size()), takeField, takeRecord, &collector);
    csv_fini(&parser, takeField, takeRecord, &collector);
    csv_free(&parser);
    return std::move(collector.records);
}

} // namespace Decayscope
