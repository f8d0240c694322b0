import { describe, expect, it } from 'vitest';

import { authorOf, dateOfTimestamp, isTimestamp } from '../../src/1-read/byline.ts';
import { dropFurniture, isFurniture } from '../../src/1-read/furniture.ts';

describe('furniture', () => {
  it.each([
    'TT', 'Photo: AFP', '(Photo by Ann Lee/AFP via Getty Images)', 'REUTERS/Ann Lee', 'AFP via Getty Images', 'Getty Images', '© AFP', 'Image source, Getty Images',
    'Image caption, The minister spoke on Monday in the capital', 'By Amina Noor', 'By AMINA NOOR and LI WEI', 'BY STAFF REPORTER', 'By Amina Noor, Associated Press',
    'By Amina Noor | Aug. 5, 2024', 'Updated: Aug 5, 2024, 10:45 GMT', 'Published 5 August 2024', '3 hours ago', '5 min read',
    'We use cookies to improve your experience on our website. By continuing you agree.', 'Sign up for our newsletter to get the best stories every morning.',
    'Read more: Iran says no', 'Read More', 'READ ALSO | Talks stall', 'Facebook Twitter WhatsApp', 'Share on Facebook', 'Share', 'ADVERTISEMENT',
    'Story continues below this advertisement', 'Copyright © 2024 The Wire. All rights reserved.', '(Reporting by A. Noor; Editing by L. Wei)',
    'Reporting by Amina Noor in Kabul and Li Wei in Beijing; Editing by John Doe', 'Tags: Iran, India', 'Follow us on Telegram', 'Subscribe now', 'Home > World > Asia',
    '[File: Ann Lee/AP]', 'The leaders shake hands. (AP Photo/Ann Lee)', 'A street in Kabul [File photo]', 'Credit: Reuters', 'Photo credit: Iran Foreign Ministry',
    'list of 3 items', 'end of list', 'Our Standards: The Thomson Reuters Trust Principles.', '#Iran #India', 'Accept All Cookies', 'Wed 8 Jan 2025 14.00 GMT',
    'Last Updated : 08 January 2025 | 10:30 PM IST', "Iran's minister (L) meets India's in Delhi, January 8, 2025. REUTERS/Ann Lee", 'Traders in Kabul. Image: Ann Lee.', '•••',
  ])('%s', (line) => {
    expect(isFurniture(line)).toBe(true);
  });

  it.each([
    'Agree.', 'Yes.', 'By Monday', 'By land and sea', 'Reporting by state media suggests that the attack was planned.', 'Getty Images said it would sue the company over the pictures.',
    'More from the talks is expected on Monday, officials said after the meeting.', 'The video was shared with an image: a burning flag.', 'Photos of the meeting were published.',
    'Follow-up talks are planned.', 'Like Iran, India wants peace.', 'Share prices fell.', 'Related attacks killed nine.', 'Bloomberg said so.', 'AP reported it.',
    'The army said on Jan. 8 that', 'Print media were banned.', 'By Wednesday evening the army had left.', 'Copyright law is strict.', 'Watch groups said the vote was fair.',
    'Video of the strike was verified by the BBC on Tuesday and shows two men.', 'Thank you for coming, the president told the envoys at the palace on Monday.',
    'In 2021 the Taliban took Kabul.', '"Sign up for our army," he told them.', 'Bloomberg, Warren end campaigns', 'The deal was signed by the Atomic Energy Organization (AEOI).',
    'January 4, 2019', 'India had offered its own the day before, officials said. (IANS)', 'See you in Tehran, he said.', 'Advertisements for the army ran on every channel.',
  ])('%s is none', (line) => {
    expect(isFurniture(line)).toBe(false);
  });

  it('a list of other stories goes with its head, and ends at the first sentence', () => {
    expect(dropFurniture(['Talks went on.', 'More on this story', 'Why the talks matter', '• Five things to know', 'They end on Friday.'], undefined)).toEqual(['Talks went on.', 'They end on Friday.']);
  });

  it('the title once more goes, a sentence that says the same stays', () => {
    expect(dropFurniture(['Iran Rejects Offer', 'Iran rejects offer.', 'It gave no reason.'], 'Iran rejects offer')).toEqual(['Iran rejects offer.', 'It gave no reason.']);
  });

  it('authors and times', () => {
    expect(authorOf('By Amina Noor and Li Wei, Reuters')).toBe('Amina Noor and Li Wei');
    expect(authorOf('By Thursday the army had left')).toBeUndefined();
    expect(dateOfTimestamp('Published on: Aug 5, 2024 at 10:45 GMT')).toBe('2024-08-05');
    expect(isTimestamp('Two of the 10:45 trains were late')).toBe(false);
  });
});
