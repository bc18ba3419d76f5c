// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "comparecontroller.h"

#include "studycontroller.h"

#include <runview/compareview.h>

#include <algorithm>

namespace Decayscope {

CompareController::CompareController(StudyController &study, CompareView &view, QObject *parent)
    : QObject(parent)
    , m_study(study)
    , m_view(view)
{ }

void CompareController::show(const std::vector<RunId> &runs)
{
    if (runs == m_runs)
        return;
    close();
    m_runs = runs;
    m_readings.assign(runs.size(), nullptr);
    m_waiting = runs.size();
    for (std::size_t place = 0; place < runs.size(); ++place) {
        m_study.openRun(runs[place]).then(this, [this, place, ticket = m_ticket](const Opened &reading) {
            take(place, reading, ticket);
        });
    }
}

void CompareController::close()
{
    ++m_ticket;
    m_runs.clear();
    m_readings.clear();
    m_waiting = 0;
    m_view.setRuns({});
}

void CompareController::take(std::size_t place, const Opened &reading, quint64 ticket)
{
    if (ticket != m_ticket)
        return;
    if (reading)
        m_readings[place] = *reading;
    else
        emit failed(sentenceOf(reading.error()));
    if (--m_waiting > 0)
        return;
    std::erase(m_readings, nullptr);
    m_view.setRuns(m_readings);
}

} // namespace Decayscope
