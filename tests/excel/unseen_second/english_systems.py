"""Exports of systems that speak English; none of the makers of the first set is among them."""

from tests.excel.unseen.making import Export, column, days, moments

REPS = ("Hannah Brooks", "Tom Okafor", "Priya Nair", "Luca Moretti")
FIRMS = (
    "Northwind Foods", "Harbor Freightways", "Kestrel Avionics", "Juniper Health Group", "Polder Logistics",
    "Brightline Retail", "Maple & Stone", "Quarry Systems",
)  # fmt: skip
DEALS = (
    "Northwind - plant rollout", "Harbor fleet telemetry", "Kestrel MRO pilot", "Juniper clinics 2027",
    "Polder WMS upgrade", "Brightline POS refresh", "Maple & Stone renewal", "Quarry data platform",
)  # fmt: skip

SUGAR = Export(
    "Opportunities.csv", "deals", (
        column("ID", "external_id", *(f"8f1c2a{n}0-77aa-11ef-9d2e-0242ac1{n}0002" for n in range(8))),
        column("Opportunity Name:", "name", *DEALS),
        column("Account Name:", "account", *FIRMS),
        column("Type:", "", "New Business", "Existing Business"),
        column("Lead Source:", "lead_source", "Cold Call", "Web Site", "Trade Show"),
        column("Opportunity Amount:", "amount", "48000.00", "125500.00", "9900.50"),
        column("Currency:", "currency", "USD"),
        column("Expected Close Date:", "expected_close", "12/18/2026", "01/29/2027", "02/26/2027"),
        column("Sales Stage:", "stage", "Prospecting", "Qualification", "Needs Analysis", "Proposal/Price Quote",
               "Closed Won"),
        column("Probability (%):", "probability", "10", "20", "25", "65", "100"),
        column("Next Step:", "next_step", "Demo with plant manager", "", "Send revised quote"),
        column("Assigned to", "owner", "hbrooks", "tokafor", "pnair"),
        column("Date Created:", "created_on", "09/14/2026 08:12am", "10/22/2026 03:40pm"),
        column("Date Modified:", "", "11/20/2026 09:00am"),
        column("Description:", "remark", "Budget confirmed by CFO", ""),
    ), rows=8,
)  # fmt: skip

SUITE_RAW = Export(
    "opportunities_export.csv", "deals", (
        column("id", "external_id", *(f"b1e{n}77c0-3f0a" for n in range(7))),
        column("name", "name", *DEALS[:7]),
        column("opportunity_type", "", "New Business"),
        column("account_name", "account", *FIRMS[:7]),
        column("lead_source", "lead_source", "Partner", "Campaign", "Word of mouth"),
        column("amount", "amount", "12000", "54000", "230000"),
        column("amount_usdollar", "", "12000", "54000", "230000"),
        column("date_closed", "close_date|expected_close", "2026-12-11", "2027-01-15", "2027-03-31"),
        column("next_step", "next_step", "Call back", ""),
        column("sales_stage", "stage", "Prospecting", "Value Proposition", "Negotiation/Review", "Closed Lost"),
        column("probability", "probability", "10", "30", "80", "0"),
        column("assigned_user_name", "owner", *REPS),
        column("date_entered", "created_on", "2026-08-03 07:44:10", "2026-10-01 12:20:00"),
        column("deleted", "is_deleted", "0"),
    ), rows=7,
)  # fmt: skip

ODOO = Export(
    "Pipeline (crm.lead).xlsx", "deals", (
        column("Opportunity", "name", *DEALS),
        column("Customer", "account", *FIRMS),
        column("Contact Name", "", "Ann Li", "Jo Park"),
        column("Email", "", "ann@northwind.example", "jo@harbor.example"),
        column("Salesperson", "owner", *REPS),
        column("Sales Team", "", "Europe", "Direct Sales"),
        column("Stage", "stage", "New", "Qualified", "Proposition", "Won"),
        column("Expected Revenue", "amount", 24000.0, 88000.0, 15500.0),
        column("Prorated Revenue", "", 2400.0, 44000.0, 12000.0),
        column("Probability", "probability", 10.0, 50.0, 77.4, 100.0),
        column("Expected Closing", "expected_close", *days("2026-12-15", "2027-01-20", "2027-02-10")),
        column("Lost Reason", "lost_reason", "", "Too expensive"),
        column("Source", "lead_source", "Search engine", "Lead Recall", "Newsletter"),
        column("Created on", "created_on", *moments("2026-09-02 10:11:00", "2026-10-18 15:30:00")),
    ), rows=8, sheet="Sheet1",
)  # fmt: skip

ODOO_TECHNICAL = Export(
    "crm.lead.csv", "deals", (
        column("id", "external_id", *(f"__export__.crm_lead_{n}_a1b2c3" for n in range(41, 47))),
        column("name", "name", *DEALS[:6]),
        column("partner_id", "account|account_id", *FIRMS[:6]),
        column("user_id", "owner|owner_id", *REPS),
        column("team_id", "", "Sales"),
        column("stage_id", "stage", "New", "Qualified", "Proposition", "Won"),
        column("expected_revenue", "amount", "24000.0", "88000.0", "15500.0"),
        column("probability", "probability", "10.0", "50.0", "77.4"),
        column("date_deadline", "expected_close", "2026-12-15", "2027-01-20", ""),
        column("create_date", "created_on", "2026-09-02 10:11:00", "2026-10-18 15:30:00"),
        column("date_closed", "closed_on|close_date", "", "", "", "2026-11-12 09:00:00"),
        column("lost_reason_id", "lost_reason", "", ""),
        column("source_id", "lead_source", "Search engine", "Newsletter"),
    ), rows=6,
)  # fmt: skip

BITRIX = Export(
    "DEAL_20261123_8f3e.csv", "deals", (
        column("ID", "external_id", *range(1201, 1208)),
        column("Pipeline", "", "General"),
        column("Stage", "stage", "New", "Create documents", "Invoice", "In progress", "Deal won"),
        column("Deal name", "name", *DEALS[:7]),
        column("Deal type", "", "Sale", "Service"),
        column("Amount", "amount", "4500", "18250.5", "73000"),
        column("Currency", "currency", "Euro", "Euro", "US Dollar"),
        column("Company", "account", *FIRMS[:7]),
        column("Contact", "", "Ann Li", ""),
        column("Responsible person", "owner", *REPS),
        column("Start date", "created_on", "03.09.2026", "21.10.2026"),
        column("Expected close date", "expected_close", "18.12.2026", "29.01.2027"),
        column("Source", "lead_source", "CRM form", "Call", "E-Mail"),
        column("Closed", "is_closed", "no", "no", "no", "no", "yes"),
        column("Comment", "remark", "", "Wants two sites first"),
    ), rows=7, separator=";",
)  # fmt: skip

COPPER = Export(
    "copper_opportunities.csv", "deals", (
        column("Copper ID", "external_id", *range(30410021, 30410028)),
        column("Opportunity", "name", *DEALS[:7]),
        column("Company", "account", *FIRMS[:7]),
        column("Primary Contact", "", "Ann Li", "Jo Park"),
        column("Owned By", "owner", *REPS),
        column("Pipeline", "", "Sales"),
        column("Stage", "stage", "First Meeting", "Partner Meeting", "Negotiation", "Term Sheet"),
        column("Status", "state", "Open", "Won", "Lost", "Open", "Abandoned"),
        column("Value", "amount", "$15,000.00", "$8,200.00", "$112,000.00"),
        column("Win %", "probability", "20", "100", "0", "60"),
        column("Close Date", "close_date|expected_close|closed_on", "12/18/2026", "10/30/2026", "11/13/2026"),
        column("Loss Reason", "lost_reason", "", "", "Price"),
        column("Priority", "", "None", "High"),
        column("Source", "lead_source", "Referral", "Advertising", "Cold Call"),
        column("Created At", "created_on", "09/14/2026", "08/21/2026"),
        column("Details", "remark", "", "Second plant to follow"),
    ), rows=7,
)  # fmt: skip

CLOSE = Export(
    "Close opportunities 2026-11-23.csv", "deals", (
        column("id", "external_id", *(f"oppo_7H4kVt{n}aZ" for n in range(7))),
        column("lead_id", "account_id", *(f"lead_Zq{n}8sT" for n in range(7))),
        column("lead_name", "account", *FIRMS[:7]),
        column("contact_name", "", "Ann Li", ""),
        column("user_name", "owner", *REPS),
        column("status_label", "stage", "Demo Completed", "Proposal Sent", "Won", "Lost"),
        column("status_type", "state", "active", "active", "won", "lost"),
        column("value", "amount", "1500000", "420000", "98000"),
        column("value_currency", "currency", "USD"),
        column("value_period", "", "one_time", "annual"),
        column("confidence", "probability", "40", "70", "100", "0"),
        column("expected_date", "expected_close", "2026-12-20", "2027-01-10"),
        column("date_won", "closed_on", "", "", "2026-11-09"),
        column("date_created", "created_on", "2026-09-14T08:12:44+00:00", "2026-10-02T11:00:00+00:00"),
        column("note", "remark", "Legal reviewing the DPA", ""),
    ), rows=7,
)  # fmt: skip

INSIGHTLY = Export(
    "Insightly_Opportunities.csv", "deals", (
        column("Record Id", "external_id", *range(5521001, 5521008)),
        column("Opportunity Name", "name", *DEALS[:7]),
        column("Organization Name", "account", *FIRMS[:7]),
        column("Opportunity State", "state", "OPEN", "WON", "LOST", "OPEN", "SUSPENDED"),
        column("State Reason", "lost_reason", "", "", "Went with competitor"),
        column("Current Stage", "stage", "Qualify", "Close", "Propose", "Engage"),
        column("Bid Currency", "currency", "GBP"),
        column("Bid Amount", "", "500", "250"),
        column("Opportunity Value", "amount", "18,400.00", "5,250.00", "77,000.00"),
        column("Probability Of Winning", "probability", "30", "100", "0"),
        column("Forecast Close Date", "expected_close", "18/12/2026", "30/10/2026"),
        column("Actual Close Date", "closed_on", "", "28/10/2026", "13/11/2026"),
        column("User Responsible", "owner", *REPS),
        column("Date Created", "created_on", "14/09/2026 08:12", "21/08/2026 17:00"),
        column("Opportunity Details", "remark", "", "Framework call-off"),
    ), rows=7,
)  # fmt: skip

AIRTABLE = Export(
    "Opportunities-All opportunities.csv", "deals", (
        column("Opportunity name", "name", *DEALS[:6]),
        column("Account", "account", *FIRMS[:6]),
        column("Primary contact", "", "Ann Li", "Jo Park"),
        column("Owner", "owner", *REPS),
        column("Status", "stage|state", "Qualification", "Proposal", "Evaluation", "Closed—won"),
        column("Priority", "", "High", "Medium", "Low"),
        column("Estimated value", "amount", "$24,791.00", "$5,709.00", "$17,573.00"),
        column("Proposal deadline", "", "11/30/2026", "12/04/2026"),
        column("Expected close date", "expected_close", "12/14/2026", "1/20/2027"),
        column("Last contact", "", "11/20/2026", "11/18/2026"),
        column("Item(s)", "product", "Recorder", "Beacon, Recorder"),
    ), rows=6,
)  # fmt: skip

NOTION = Export(
    "Deals tracker 9a1d4e.csv", "deals", (
        column("Name", "name", *DEALS[:6]),
        column("Company", "account", *FIRMS[:6]),
        column("Stage", "stage", "Lead", "Qualified", "Proposal", "Negotiation", "Closed"),
        column("Deal Value", "amount", "$12,000.00", "$3,400.00", "$90,000.00"),
        column("Account Exec", "owner", *REPS),
        column("Target Close", "expected_close", "December 18, 2026", "January 29, 2027"),
        column("Last Touch", "", "November 20, 2026"),
        column("Next action", "next_step", "Send MSA", "Book demo", ""),
        column("Next action due", "next_step_on", "November 27, 2026", "December 1, 2026"),
        column("Lead Source", "lead_source", "Inbound", "Outbound", "Referral"),
        column("Champion", "", "VP Ops", "CTO"),
        column("Economic buyer", "decision_maker", "CFO Dana Fox", "COO Sam Hill"),
        column("Created time", "created_on", "September 14, 2026 8:12 AM", "October 2, 2026 4:30 PM"),
    ), rows=6,
)  # fmt: skip

CREATIO = Export(
    "Opportunities section 2026-11-23.xlsx", "deals", (
        column("Number", "external_id", *(f"OP-00{n}" for n in range(314, 321))),
        column("Name", "name", *DEALS[:7]),
        column("Customer", "account", *FIRMS[:7]),
        column("Stage", "stage", "Qualification", "Presentation", "Proposal", "Contracting", "Closed won"),
        column("Opportunity amount", "amount", 31000.0, 84000.0, 12750.0),
        column("Budget", "budget", 30000.0, 90000.0, 15000.0),
        column("Probability, %", "probability", 15, 30, 60, 90, 100),
        column("Closing date", "close_date|expected_close", *days("2026-12-18", "2027-01-29", "2027-02-12")),
        column("Owner", "owner", *REPS),
        column("Need type", "", "Services", "Software"),
        column("Sales channel", "", "Direct sale", "Partner sale"),
        column("Closing reason", "lost_reason", "", "", "High price"),
        column("Decision maker", "decision_maker", "Ann Li", ""),
        column("Created on", "created_on", *moments("2026-09-14 08:12:00", "2026-10-22 15:40:00")),
    ), rows=7,
)  # fmt: skip

ORACLE = Export(
    "Opportunity Landing Page Export.xlsx", "deals", (
        column("Opportunity Number", "external_id", *(f"CDRM_{n}" for n in range(400211, 400218))),
        column("Name", "name", *DEALS[:7]),
        column("Account", "account", *FIRMS[:7]),
        column("Owner", "owner", *REPS),
        column("Sales Method", "", "Standard Sales Process"),
        column("Sales Stage", "stage", "01 - Qualification", "03 - Building Vision", "05 - Presentation",
               "07 - Agreement"),
        column("Status", "state", "Open", "Open", "Won", "Lost"),
        column("Win Probability (%)", "probability", 10, 40, 100, 0),
        column("Amount", "amount", 210000, 46000.5, 18000),
        column("Currency", "currency", "USD", "EUR"),
        column("Close Date", "close_date|expected_close", *days("2026-12-30", "2027-01-31", "2026-11-10")),
        column("Win/Loss Reason", "lost_reason", "", "", "Relationship", "Price"),
        column("Primary Competitor", "", "", "SAP"),
        column("Creation Date", "created_on", *days("2026-08-01", "2026-09-17")),
        column("Strategic Level", "", "Key", ""),
    ), rows=7, above=(("Opportunities",), ("Exported: 23-Nov-2026 09:14",), ()),
)  # fmt: skip

NETSUITE = Export(
    "OpportunityResults642.csv", "deals", (
        column("Internal ID", "external_id", *range(90411, 90418)),
        column("Date", "created_on", "9/14/2026", "10/2/2026"),
        column("Document Number", "external_id", *(f"OPP{n}" for n in range(1011, 1018))),
        column("Title", "name", *DEALS[:7]),
        column("Customer", "account", *FIRMS[:7]),
        column("Sales Rep", "owner", *REPS),
        column("Opportunity Status", "stage|state", "In Discussion", "Identified Decision Makers", "Proposal",
               "In Negotiation", "Closed Won"),
        column("Probability", "probability", "20.0%", "35.0%", "60.0%", "80.0%", "100.0%"),
        column("Projected Total", "amount", "14,200.00", "63,000.00", "7,450.00"),
        column("Weighted Total", "", "2,840.00", "22,050.00", "4,470.00"),
        column("Forecast Type", "forecast_category", "Upside", "Most Likely", "Worst Case"),
        column("Expected Close", "expected_close", "12/18/2026", "1/29/2027"),
        column("Lead Source", "lead_source", "Web", "Trade show"),
        column("Win/Loss Reason", "lost_reason", ""),
        column("Memo", "remark", "", "Two subsidiaries"),
    ), rows=7,
)  # fmt: skip

CAPSULE = Export(
    "opportunities.xlsx", "deals", (
        column("Id", "external_id", *range(7715520, 7715527)),
        column("Name", "name", *DEALS[:7]),
        column("Organisation", "account", *FIRMS[:7]),
        column("Person", "", "Ann Li", ""),
        column("Description", "remark", "", "Renewal with uplift"),
        column("Milestone", "stage", "New", "Qualified", "Proposal", "Negotiation", "Won"),
        column("Probability", "probability", 10, 30, 60, 80, 100),
        column("Expected Value", "amount", 9800.0, 41000.0, 15250.0),
        column("Currency", "currency", "GBP"),
        column("Expected Close", "expected_close", *days("2026-12-18", "2027-01-29")),
        column("Actual Close", "closed_on", "", "", "", "", *days("2026-11-03")),
        column("Lost Reason", "lost_reason", ""),
        column("Assigned User", "owner", *REPS),
        column("Assigned Team", "", "UK"),
        column("Created", "created_on", *moments("2026-09-14 08:12:00", "2026-08-21 17:00:00")),
    ), rows=7,
)  # fmt: skip

NUTSHELL = Export(
    "nutshell-leads-2026-11-23.csv", "deals", (
        column("Lead number", "external_id", *(f"Lead-{n}" for n in range(1200, 1207))),
        column("Lead name", "name", *DEALS[:7]),
        column("Companies", "account", *FIRMS[:7]),
        column("People", "", "Ann Li", "Jo Park"),
        column("Assignee", "owner", *REPS),
        column("Stage", "stage", "Qualify", "Present", "Negotiate", "Sign"),
        column("Status", "state", "Open", "Won", "Lost", "Cancelled"),
        column("Value", "amount", "$18,000.00", "$4,100.00", "$27,500.00"),
        column("Confidence", "probability", "40%", "100%", "0%"),
        column("Projected close date", "expected_close", "12/18/2026", "10/30/2026"),
        column("Closed date", "closed_on", "", "10/28/2026", "11/13/2026"),
        column("Outcome", "lost_reason|state", "", "", "Chose competitor"),
        column("Sources", "lead_source", "Trade show", "Google Ads"),
        column("Products", "product", "Standard plan", "Pro plan"),
        column("Created date", "created_on", "09/14/2026", "08/21/2026"),
    ), rows=7,
)  # fmt: skip

EXPORTS = (
    SUGAR, SUITE_RAW, ODOO, ODOO_TECHNICAL, BITRIX, COPPER, CLOSE, INSIGHTLY, AIRTABLE, NOTION, CREATIO, ORACLE,
    NETSUITE, CAPSULE, NUTSHELL,
)  # fmt: skip
